package io.strongroom.admin.health;

import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.TenantPolicyWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A fix for a finding, applied by one call to the admin API. */
enum Fix {
    /** Replaces each invalid value of the policy with the value that applies instead. */
    VALUES((session, realm) -> new TenantPolicyWriter(session, realm).replaceInvalidValues()),
    /** Restores a policy that an update of the realm removed. */
    LOST_POLICY((session, realm) -> MissingPolicy.of(realm).ifPresent(lost -> lost.restore(session, realm))),
    /** Makes the guard the first enabled required action. */
    GUARD((session, realm) -> new TenantPolicyWriter(session, realm).publishChange()),
    /** Declares the {@code phoneNumber} attribute with its validator in the user profile. */
    PHONE_NUMBER_ATTRIBUTE((session, realm) -> new PhoneNumberDeclaration(session).declare()),
    /** Replaces each invalid value of the organizations' policies with the value that applies instead. */
    ORGANIZATION_VALUES((session, realm) -> new OrganizationsHealth(session, realm).fix(OrganizationFix.VALUES)),
    /** Restores the policies that updates of organizations removed. */
    ORGANIZATION_LOST_POLICY(
            (session, realm) -> new OrganizationsHealth(session, realm).fix(OrganizationFix.LOST_POLICY));

    /** Begins the id of a fix that applies to all organizations; the id of the fix for one of them follows. */
    static final String OF_ORGANIZATIONS = "organization-";

    private final BiConsumer<KeycloakSession, RealmModel> action;

    Fix(BiConsumer<KeycloakSession, RealmModel> action) {
        this.action = action;
    }

    void run(KeycloakSession session, RealmModel realm) {
        action.accept(session, realm);
    }

    /** Returns the id of the fix used in paths, such as {@code phone-number-attribute}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fix> ofId(String id) {
        return Stream.of(values()).filter(fix -> fix.id().equals(id)).findFirst();
    }
}
