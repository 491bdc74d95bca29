package io.strongroom.token;

import com.google.auto.service.AutoService;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.store.RoomPath;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;

/**
 * Claim {@code data_rooms}: the group paths of those of the user's data rooms whose rule this session has met. Rooms that
 * enforce nothing, and rooms the user administers, have no rule to meet: they are always named. An application opens what is
 * named and nothing else.
 *
 * <p>The claim is made anew for every token, also at refresh: a room is gone once the user has left it, once the factor they
 * passed was removed, or once it was passed longer ago than the tenant's {@code twoFactor.maxAgeMinutes}.
 */
@AutoService(ProtocolMapper.class)
public final class DataRoomsMapper extends FactsMapper {

    public static final String ID = "strongroom-data-rooms-mapper";

    private static final String CLAIM = "data_rooms";

    public DataRoomsMapper() {
        super(CLAIM);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Data rooms entered (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Claim \"data_rooms\": paths of the user's data rooms whose second factor was passed in this session,"
                + " and of those that ask for none.";
    }

    @Override
    List<String> values(Facts facts, UserSessionModel userSession, KeycloakSession session) {
        RealmModel realm = userSession.getRealm();
        return facts.rooms().stream()
                .filter(room -> PolicyEvaluator.isMet(facts, room))
                .map(room -> session.groups().getGroupById(realm, room.id()))
                .filter(Objects::nonNull)
                .map(RoomPath::of)
                .sorted()
                .toList();
    }
}
