package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** One tenant as the identity provider of another, by OpenID Connect. */
public final class IdentityProvider {
    private static final String SECRET = "broker-secret";

    private IdentityProvider() {}

    public static void connect(TestRealm provider, TestRealm realm, String alias) {
        connect(provider, realm, alias, client -> client);
    }

    /** @param change applied to the client that {@code realm} uses at {@code provider} */
    public static void connect(
            TestRealm provider, TestRealm realm, String alias, UnaryOperator<ClientRepresentation> change) {
        provider.addClient(clientId(realm, alias), client -> {
            client.setPublicClient(false);
            client.setSecret(SECRET);
            client.setRedirectUris(List.of(realm.uri() + "/broker/" + alias + "/endpoint*"));
            return change.apply(client);
        });
        realm.admin().create(realm.path("/identity-provider/instances"), representation(provider, realm, alias));
    }

    /** Links an account to one at the provider, as an administrator does. */
    public static void link(TestRealm realm, TestUser user, String alias, TestUser atProvider) {
        realm.admin()
                .post(
                        realm.path("/users/" + user.id() + "/federated-identity/" + alias),
                        Map.of("identityProvider", alias, "userId", atProvider.id(), "userName", atProvider.name()));
    }

    /** Sets one value of a provider's configuration and keeps the others. */
    public static void configure(TestRealm realm, String alias, String name, String value) {
        change(realm, alias, provider -> {
            provider.getConfig().put(name, value);
            return provider;
        });
    }

    public static void change(TestRealm realm, String alias, UnaryOperator<IdentityProviderRepresentation> change) {
        String path = realm.path("/identity-provider/instances/" + alias);
        realm.admin().put(path, change.apply(realm.admin().get(path, IdentityProviderRepresentation.class)));
    }

    private static IdentityProviderRepresentation representation(TestRealm provider, TestRealm realm, String alias) {
        IdentityProviderRepresentation representation = new IdentityProviderRepresentation();
        representation.setAlias(alias);
        representation.setProviderId("oidc");
        representation.setEnabled(true);
        representation.setTrustEmail(true);
        App endpoints = provider.app();
        representation.setConfig(new LinkedHashMap<>(Map.of(
                "authorizationUrl",
                endpoints.endpoint("auth").toString(),
                "tokenUrl",
                endpoints.endpoint("token").toString(),
                "userInfoUrl",
                endpoints.endpoint("userinfo").toString(),
                "jwksUrl",
                endpoints.endpoint("certs").toString(),
                "useJwksUrl",
                "true",
                "validateSignature",
                "true",
                "issuer",
                provider.uri().toString(),
                "clientId",
                clientId(realm, alias),
                "clientSecret",
                SECRET,
                "defaultScope",
                "openid profile email")));
        return representation;
    }

    private static String clientId(TestRealm realm, String alias) {
        return realm.name() + "-" + alias;
    }
}
