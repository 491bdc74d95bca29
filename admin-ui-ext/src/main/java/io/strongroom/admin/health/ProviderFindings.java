package io.strongroom.admin.health;

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

/** Findings about identity providers whose configuration does not fit the policy. */
final class ProviderFindings {

    private static final String TRUSTED = "twoFactor.trustedProviders";

    private final KeycloakSession session;

    ProviderFindings(KeycloakSession session) {
        this.session = session;
    }

    Stream<Finding> of(List<TrustedProvider> trusted) {
        return Stream.concat(
                trusted(trusted),
                session.identityProviders()
                        .getAllStream(IdentityProviderQuery.userAuthentication())
                        .filter(IdentityProviderModel::isEnabled)
                        .map(ProviderFindings::prompt)
                        .flatMap(Optional::stream));
    }

    /** Returns the findings about identity providers whose own second factor a policy trusts. */
    Stream<Finding> trusted(List<TrustedProvider> trusted) {
        return trusted.stream().map(this::trust).flatMap(Optional::stream);
    }

    private Optional<Finding> trust(TrustedProvider trusted) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(trusted.alias());
        if (provider == null) {
            return warning(
                    "There is no identity provider \"%s\". If one is created under this alias, it is trusted immediately. Remove it from the trusted providers, or create it",
                    trusted);
        }
        if (!provider.isEnabled()) {
            return warning(
                    "The identity provider \"%s\" is disabled. If it is enabled, it is trusted immediately. Remove it from the trusted providers, or enable it",
                    trusted);
        }
        return trusted.onlyWithAmr() ? amr(trusted, provider) : Optional.empty();
    }

    private Optional<Finding> amr(TrustedProvider trusted, IdentityProviderModel provider) {
        OIDCIdentityProvider oidc =
                IdentityBrokerService.getIdentityProvider(session, provider, OIDCIdentityProvider.class);
        if (oidc == null) {
            return warning(
                    "The identity provider \"%s\" issues no ID token, so it has no amr to trust. Until this is fixed, its users are asked here. Trust another provider, or trust this one without amr",
                    trusted);
        }
        return keepsIdToken(oidc.getConfig())
                ? Optional.empty()
                : warning(
                        "Keycloak does not store the ID token of the identity provider \"%s\", so its amr is unknown. Until this is"
                                + " fixed, its users are asked here. Enable its option sendIdTokenOnLogout or storeTokenInSession",
                        trusted);
    }

    /**
     * Returns whether Keycloak keeps the provider's ID token after a broker login. Mirrors Keycloak's behaviour: it
     * always does, unless {@code identity-brokering-api:v2} is enabled.
     */
    static boolean keepsIdToken(OIDCIdentityProviderConfig config) {
        return config.isSendIdTokenOnLogout() || config.isStoreTokenInSession();
    }

    /** Reports a provider with a fixed prompt, which overrides the prompt that the login requests. */
    private static Optional<Finding> prompt(IdentityProviderModel provider) {
        String prompt = provider.getConfig().get("prompt");
        boolean asksAnyway = prompt == null
                || prompt.isBlank()
                || Arrays.asList(prompt.strip().split(" +")).contains("login");
        return asksAnyway
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "identity provider " + provider.getAlias(),
                        "Its prompt is always \"%s\", so a user with a session there does not sign in again before setting up a factor. Leave the prompt unspecified, or set it to login"
                                .formatted(prompt)));
    }

    private static Optional<Finding> warning(String message, TrustedProvider trusted) {
        return Optional.of(Finding.warning(TRUSTED, message.formatted(trusted.alias())));
    }
}
