package io.strongroom.exit;

import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Lists the Keycloak providers that the exit check replaces, and detects those that another extension has replaced
 * instead.
 */
public final class ExitHooks {

    private static final Map<Hook, Class<? extends ProviderFactory<?>>> HOOKS = Map.of(
            new Hook("cookie", "default", CookieProvider.class), GuardedCookieProviderFactory.class,
            new Hook("login-protocol", "openid-connect", LoginProtocol.class), GuardedOidcProtocolFactory.class,
            new Hook("login-protocol", "saml", LoginProtocol.class), GuardedSamlProtocolFactory.class,
            new Hook("login-protocol", "docker-v2", LoginProtocol.class), GuardedDockerProtocolFactory.class,
            new Hook("oauth2-grant-type", "password", OAuth2GrantType.class), GuardedPasswordGrantFactory.class);

    private final KeycloakSession session;

    public ExitHooks(KeycloakSession session) {
        this.session = session;
    }

    /**
     * A Keycloak provider that the exit check replaces.
     *
     * @param spi      SPI name in server options
     * @param provider id of the provider
     * @param type     interface of the provider
     */
    public record Hook(String spi, String provider, Class<? extends Provider> type) {}

    /** Returns the hooks replaced by another extension. Omits protocols that the server does not support. */
    public Stream<Hook> missing() {
        return HOOKS.entrySet().stream()
                .filter(hook -> isReplaced(hook.getKey(), hook.getValue()))
                .map(Map.Entry::getKey);
    }

    private boolean isReplaced(Hook hook, Class<? extends ProviderFactory<?>> ours) {
        ProviderFactory<?> factory =
                session.getKeycloakSessionFactory().getProviderFactory(hook.type(), hook.provider());
        return factory != null && !ours.isInstance(factory);
    }
}
