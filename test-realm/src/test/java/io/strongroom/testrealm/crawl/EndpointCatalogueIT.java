package io.strongroom.testrealm.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The catalogue of the server's endpoints")
class EndpointCatalogueIT {
    private static final EndpointCatalogue CATALOGUE = EndpointCatalogue.ofServer();

    /** Separate roots without realm or login. */
    private static final Set<String> OTHER_ROOTS = Set.of(
            "org.keycloak.quarkus.runtime.services.resources.DebugHostnameSettingsResource",
            "org.keycloak.services.resources.AbstractSecuredLocalService",
            "org.keycloak.services.resources.LoadBalancerResource",
            "org.keycloak.services.resources.ServerMetadataResource",
            "org.keycloak.services.resources.ThemeResource",
            "org.keycloak.services.resources.WelcomeResource");

    @ParameterizedTest(name = "contains {0}")
    @ValueSource(
            strings = {
                "/login-actions/authenticate GET",
                "/login-actions/authenticate POST",
                "/login-actions/required-action GET",
                "/login-actions/required-action POST",
                "/login-actions/consent POST",
                "/login-actions/reset-credentials GET",
                "/login-actions/action-token GET",
                "/login-actions/first-broker-login GET",
                "/login-actions/post-broker-login POST",
                "/login-actions/registration POST",
                "/login-actions/restart GET",
                "/login-actions/detached-info GET",
                "/protocol/openid-connect/auth GET",
                "/protocol/openid-connect/token POST",
                "/protocol/openid-connect/auth/device POST",
                "/protocol/openid-connect/logout/logout-confirm POST",
                "/protocol/openid-connect/ext/{extension}/auth POST",
                "/protocol/saml POST",
                "/protocol/docker-v2/auth GET",
                "/protocol/oid4vc/credential POST",
                "/broker/{provider_alias}/endpoint GET",
                "/broker/after-first-broker-login GET",
                "/account/credentials/{credentialId} DELETE",
                "/account/linked-accounts/{providerAlias} GET",
                "/clients-registrations/openid-connect POST",
                "/authz/protection/permission POST",
                "/device GET",
                "/.well-known/{alias} GET",
                "/sms-inbox GET"
            })
    void known(String endpoint) {
        assertTrue(
                declared().contains("/realms/{realm}" + endpoint),
                () -> declared().toString());
    }

    @Test
    @DisplayName(
            "reaches every resource of the server except the administrators', so that a new kind of resource must be "
                    + "added")
    void complete() {
        List<String> forgotten = CATALOGUE.notReached().stream()
                .filter(type -> !type.matches(".*\\.(admin|rest)\\..*") && !OTHER_ROOTS.contains(type))
                .toList();

        assertEquals(List.of(), forgotten);
    }

    @Test
    @DisplayName("knows which endpoints read action tokens, and tries undeclared GET and POST too")
    void details() {
        assertTrue(CATALOGUE.endpoints().stream()
                .filter(endpoint -> endpoint.path().endsWith("/action-token"))
                .anyMatch(Endpoint::readsKey));
        assertTrue(CATALOGUE.endpoints().stream()
                .anyMatch(endpoint -> endpoint.isAt("GET", "/realms/{realm}/login-actions/consent")));
    }

    private static Set<String> declared() {
        return CATALOGUE.endpoints().stream()
                .filter(Endpoint::isDeclared)
                .map(Endpoint::toString)
                .collect(Collectors.toSet());
    }
}
