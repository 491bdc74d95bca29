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

@DisplayName("A user's write access to the attribute phoneNumber")
class AttributeKeeperTest {

    private final UPAttribute attribute = new UPAttribute("phoneNumber");

    private UPConfig profile() {
        return new UPConfig().addOrReplaceAttribute(attribute);
    }

    private void editableBy(String... editors) {
        attribute.setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of(editors)));
    }

    @Test
    @DisplayName("is absent if only administrators may edit it")
    void administrators() {
        editableBy("admin");

        assertTrue(AttributeWriteAccess.isProtectedFromUsers(profile()));
    }

    @Test
    @DisplayName("is absent if nobody may edit it, as with a directory")
    void nobody() {
        assertTrue(AttributeWriteAccess.isProtectedFromUsers(profile()));
        editableBy();
        assertTrue(AttributeWriteAccess.isProtectedFromUsers(profile()));
        attribute.setPermissions(new UPAttributePermissions(null, null));
        assertTrue(AttributeWriteAccess.isProtectedFromUsers(profile()));
    }

    @Test
    @DisplayName("is present if users are among its editors")
    void users() {
        editableBy("admin", "user");

        assertFalse(AttributeWriteAccess.isProtectedFromUsers(profile()));
    }

    @Test
    @DisplayName("is possible if the attribute is not declared")
    void undeclared() {
        assertFalse(AttributeWriteAccess.isProtectedFromUsers(new UPConfig()));
        assertFalse(AttributeWriteAccess.isProtectedFromUsers(
                new UPConfig().addOrReplaceAttribute(new UPAttribute("PhoneNumber"))));
    }

    @Test
    @DisplayName("is possible if the attribute is declared for some scopes only")
    void scopes() {
        editableBy("admin");
        UPAttributeSelector selector = new UPAttributeSelector();
        attribute.setSelector(selector);
        assertTrue(AttributeWriteAccess.isProtectedFromUsers(profile()));

        selector.setScopes(Set.of("phone"));

        assertFalse(AttributeWriteAccess.isProtectedFromUsers(profile()));
    }
}
