package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Puts the claims {@code amr} and {@code data_rooms} into the tokens of a client, and reads them. */
public final class StrongroomClaims {

    private StrongroomClaims() {}

    public static ClientRepresentation into(ClientRepresentation client) {
        client.setProtocolMappers(List.of(mapper("strongroom-amr-mapper"), mapper("strongroom-data-rooms-mapper")));
        return client;
    }

    public static List<String> amr(JsonNode token) {
        return list(token, "amr");
    }

    public static List<String> dataRooms(JsonNode token) {
        return list(token, "data_rooms");
    }

    private static List<String> list(JsonNode token, String claim) {
        if (!token.path(claim).isArray()) {
            throw new AssertionError("No list " + claim + " in " + token);
        }
        List<String> values = new ArrayList<>();
        token.path(claim).forEach(value -> values.add(value.asText()));
        return values;
    }

    private static ProtocolMapperRepresentation mapper(String id) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(id);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(id);
        mapper.setConfig(Map.of("id.token.claim", "true", "access.token.claim", "true"));
        return mapper;
    }
}
