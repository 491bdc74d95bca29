package io.strongroom.token;

import com.google.auto.service.AutoService;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.RoomPath;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;

/**
 * Adds the {@code data_rooms} claim, which lists the group paths of the user's data rooms whose rule is met in this
 * session. Always includes rooms without an enforced rule and rooms administered by the user. Applications must
 * open only the listed rooms.
 *
 * <p>The claim is computed for every token, including refreshed ones. A room disappears from it once the user has
 * left the room, the passed factor is removed, or the tenant's {@code twoFactor.maxAgeMinutes} have passed.
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
        return "Data rooms the user may enter (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Claim \"data_rooms\": paths of the user's data rooms that require no second factor,"
                + " or whose second factor was passed in this session.";
    }

    /**
     * Returns the paths of the rooms. Excludes rooms that the user has left but whose rules still apply because of
     * an unproven identity provider link.
     */
    @Override
    List<String> values(Facts facts, UserSessionModel userSession, KeycloakSession session) {
        RealmModel realm = userSession.getRealm();
        Set<String> joined = new PolicyStore(session, realm)
                .roomsOf(userSession.getUser()).stream().map(Room::id).collect(Collectors.toSet());
        return facts.rooms().stream()
                .filter(room -> joined.contains(room.id()) && PolicyEvaluator.isMet(facts, room))
                .map(room -> session.groups().getGroupById(realm, room.id()))
                .filter(Objects::nonNull)
                .map(RoomPath::of)
                .sorted()
                .toList();
    }
}
