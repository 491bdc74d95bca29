package io.strongroom.admin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.common.Profile;
import org.keycloak.common.profile.CommaSeparatedListProfileConfigResolver;

@DisplayName("Whether a provider's ID token is kept, so that its amr can be seen")
class ProviderFindingsTest {

    @AfterEach
    void reset() {
        Profile.reset();
    }

    private static boolean keeps(String features, Map<String, String> options) {
        Profile.configure(new CommaSeparatedListProfileConfigResolver(features, null));
        OIDCIdentityProviderConfig config = new OIDCIdentityProviderConfig();
        options.forEach(config.getConfig()::put);
        return ProviderFindings.keepsIdToken(config);
    }

    @Test
    @DisplayName("X16 by default it is, whatever the provider's options say")
    void byDefault() {
        assertTrue(keeps(null, Map.of()));
        assertTrue(keeps(null, Map.of("sendIdTokenOnLogout", "false", "storeTokenInSession", "false")));
    }

    @Test
    @DisplayName("X16 where Keycloak lets an administrator choose, either option keeps it, and none does not")
    void byOption() {
        String feature = "identity-brokering-api:v2";
        assertTrue(keeps(feature, Map.of("storeTokenInSession", "false")));
        assertTrue(keeps(feature, Map.of("sendIdTokenOnLogout", "false", "storeTokenInSession", "true")));
        assertFalse(keeps(feature, Map.of("sendIdTokenOnLogout", "false", "storeTokenInSession", "false")));
    }
}
