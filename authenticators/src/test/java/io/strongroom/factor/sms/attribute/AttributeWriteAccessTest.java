package io.strongroom.factor.sms.attribute;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;

@DisplayName("Whether users can write the attribute phoneNumber themselves")
class AttributeKeeperTest {

    private final UPAttribute attribute = new UPAttribute("phoneNumber");

    private UPConfig profile() {
        return new UPConfig().addOrReplaceAttribute(attribute);
    }

    private void editableBy(String... editors) {
        attribute.setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of(editors)));
    }

    @Test
    @DisplayName("not, where administrators alone edit it")
    void administrators() {
        editableBy("admin");

        assertTrue(AttributeKeeper.isBeyondUsers(profile()));
    }

    @Test
    @DisplayName("not, where nobody edits it: a directory does")
    void nobody() {
        assertTrue(AttributeKeeper.isBeyondUsers(profile()));
        editableBy();
        assertTrue(AttributeKeeper.isBeyondUsers(profile()));
        attribute.setPermissions(new UPAttributePermissions(null, null));
        assertTrue(AttributeKeeper.isBeyondUsers(profile()));
    }

    @Test
    @DisplayName("yes, where users are among its editors")
    void users() {
        editableBy("admin", "user");

        assertFalse(AttributeKeeper.isBeyondUsers(profile()));
    }

    @Test
    @DisplayName("maybe, where it is not declared")
    void undeclared() {
        assertFalse(AttributeKeeper.isBeyondUsers(new UPConfig()));
        assertFalse(
                AttributeKeeper.isBeyondUsers(new UPConfig().addOrReplaceAttribute(new UPAttribute("PhoneNumber"))));
    }

    @Test
    @DisplayName("maybe, where it is declared for some scopes only")
    void scopes() {
        editableBy("admin");
        UPAttributeSelector selector = new UPAttributeSelector();
        attribute.setSelector(selector);
        assertTrue(AttributeKeeper.isBeyondUsers(profile()));

        selector.setScopes(Set.of("phone"));

        assertFalse(AttributeKeeper.isBeyondUsers(profile()));
    }
}
