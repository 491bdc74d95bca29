package io.strongroom.admin;

import io.strongroom.policy.TrustedProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.IdentityBrokerService;

/** Identity providers on which a rule cannot rest as they are set up. */
final class ProviderFindings {

    private static final String TRUSTED = "twoFactor.trustedProviders";

    private final KeycloakSession session;

    ProviderFindings(KeycloakSession session) {
        this.session = session;
    }

    Stream<Finding> of(List<TrustedProvider> trusted) {
        return Stream.concat(
                trusted.stream().map(this::trust).flatMap(Optional::stream),
                session.identityProviders()
                        .getAllStream(IdentityProviderQuery.userAuthentication())
                        .filter(IdentityProviderModel::isEnabled)
                        .map(ProviderFindings::prompt)
                        .flatMap(Optional::stream));
    }

    private Optional<Finding> trust(TrustedProvider trusted) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(trusted.alias());
        if (provider == null) {
            return warning(
                    TRUSTED, "There is no identity provider \"%s\"; one made later would be trusted at once", trusted);
        }
        if (!provider.isEnabled()) {
            return warning(
                    TRUSTED, "The identity provider \"%s\" is disabled; once enabled, it is trusted at once", trusted);
        }
        return trusted.onlyWithAmr() ? amr(trusted, provider) : Optional.empty();
    }

    private Optional<Finding> amr(TrustedProvider trusted, IdentityProviderModel provider) {
        OIDCIdentityProvider oidc =
                IdentityBrokerService.getIdentityProvider(session, provider, OIDCIdentityProvider.class);
        if (oidc == null) {
            return warning(
                    TRUSTED,
                    "The identity provider \"%s\" gives no ID token, so it has no amr to trust: its users are asked here",
                    trusted);
        }
        return keepsIdToken(oidc.getConfig())
                ? Optional.empty()
                : warning(
                        TRUSTED,
                        "The ID token of the identity provider \"%s\" is not kept, so its amr is never seen and its users are"
                                + " asked here; switch on its option sendIdTokenOnLogout or storeTokenInSession",
                        trusted);
    }

    /** As Keycloak decides when a broker login ends: without its feature {@code identity-brokering-api:v2}, always. */
    static boolean keepsIdToken(OIDCIdentityProviderConfig config) {
        return config.isSendIdTokenOnLogout() || config.isStoreTokenInSession();
    }

    /** A fixed prompt takes the place of the one that each login asks for. */
    private static Optional<Finding> prompt(IdentityProviderModel provider) {
        String prompt = provider.getConfig().get("prompt");
        boolean asksAnyway = prompt == null
                || prompt.isBlank()
                || Arrays.asList(prompt.strip().split(" +")).contains("login");
        return asksAnyway
                ? Optional.empty()
                : Optional.of(new Finding(
                        "warning",
                        "identity provider " + provider.getAlias(),
                        "Its prompt is always \"%s\": a user with a session there is not asked to sign in again before setting up a factor; leave the prompt unspecified, or make it login"
                                .formatted(prompt)));
    }

    private static Optional<Finding> warning(String what, String message, TrustedProvider trusted) {
        return Optional.of(new Finding("warning", what, message.formatted(trusted.alias())));
    }
}
