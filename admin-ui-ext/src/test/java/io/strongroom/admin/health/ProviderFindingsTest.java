package io.strongroom.admin.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.common.Profile;
import org.keycloak.common.profile.CommaSeparatedListProfileConfigResolver;

@DisplayName("The check for whether Keycloak stores a provider's ID token, so that its amr is known")
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
    @DisplayName("X16 passes by default, regardless of the provider's options")
    void byDefault() {
        assertTrue(keeps(null, Map.of()));
        assertTrue(keeps(null, Map.of("sendIdTokenOnLogout", "false", "storeTokenInSession", "false")));
    }

    @Test
    @DisplayName("X16 passes with identity-brokering-api:v2 if either of two options stores the token")
    void byOption() {
        String feature = "identity-brokering-api:v2";
        assertTrue(keeps(feature, Map.of("storeTokenInSession", "false")));
        assertTrue(keeps(feature, Map.of("sendIdTokenOnLogout", "false", "storeTokenInSession", "true")));
        assertFalse(keeps(feature, Map.of("sendIdTokenOnLogout", "false", "storeTokenInSession", "false")));
    }
}
