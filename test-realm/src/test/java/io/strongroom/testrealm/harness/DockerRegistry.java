package io.strongroom.testrealm.harness;

import java.net.URI;
import org.keycloak.representations.idm.ClientRepresentation;

/** A registry of container images as an application of a realm, on servers with the feature {@code docker}. */
public final class DockerRegistry {
    private static final String ID = "registry";

    private final TestRealm realm;

    private DockerRegistry(TestRealm realm) {
        this.realm = realm;
    }

    public static DockerRegistry addTo(TestRealm realm) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(ID);
        client.setProtocol("docker-v2");
        client.setEnabled(true);
        realm.admin().create(realm.path("/clients"), client);
        return new DockerRegistry(realm);
    }

    /** Returns the response to {@code docker login}, which sends the password in a header. */
    public String answerTo(TestUser user) {
        URI endpoint = URI.create(realm.uri() + "/protocol/docker-v2/auth?service=" + ID
                + "&scope=repository:any:pull&account=" + user.name());
        return Http.send(Http.to(endpoint)
                        .header("Authorization", Http.basic(user))
                        .GET()
                        .build())
                .body();
    }
}
