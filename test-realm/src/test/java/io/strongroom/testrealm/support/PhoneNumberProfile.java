package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.TestRealm;
import java.util.Map;
import java.util.Set;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** The attribute {@code phoneNumber} in the user profile of a realm. */
public final class PhoneNumberProfile {

    private final TestRealm realm;

    public PhoneNumberProfile(TestRealm realm) {
        this.realm = realm;
    }

    /** With the validator. Editors are {@code admin} and {@code user}. */
    public void declareEditableBy(String... editors) {
        UPAttribute attribute = attribute(editors);
        attribute.addValidation("two-factor-phone-number", Map.of());
        put(profile().addOrReplaceAttribute(attribute));
    }

    /** Without the validator, as if a directory writes it. */
    public void declareForDirectory() {
        put(profile().addOrReplaceAttribute(attribute("admin")));
    }

    /** Declared for logins that ask for this scope; at others it is unmanaged. */
    public void declareForScope(String scope, String... editors) {
        UPAttribute attribute = attribute(editors);
        UPAttributeSelector selector = new UPAttributeSelector();
        selector.setScopes(Set.of(scope));
        attribute.setSelector(selector);
        put(profile().addOrReplaceAttribute(attribute));
    }

    /** Lets everybody, users included, write undeclared attributes. */
    public void allowUndeclared() {
        UPConfig profile = profile();
        profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
        put(profile);
    }

    private static UPAttribute attribute(String... editors) {
        UPAttribute attribute = new UPAttribute("phoneNumber");
        attribute.setDisplayName("Phone number");
        attribute.setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of(editors)));
        return attribute;
    }

    private UPConfig profile() {
        return realm.admin().get(realm.path("/users/profile"), UPConfig.class);
    }

    private void put(UPConfig profile) {
        realm.admin().put(realm.path("/users/profile"), profile);
    }
}
