package io.strongroom.admin.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.strongroom.factor.EventDetails;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** One admin event for each change, with what stood there before and what stands there now; numbers are masked. */
public final class Audit {

    /** Resource type of the events. */
    public static final String RESOURCE = "TWO_FACTOR";

    private final AdminRequest request;

    Audit(AdminRequest request) {
        this.request = request;
    }

    /** @param before, after null where there is nothing */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(Object before, Object after) {}

    public void created(String id, Object after) {
        send(OperationType.CREATE, id, Map.of(), new Change(null, after));
    }

    public void changed(Object before, Object after) {
        send(OperationType.UPDATE, null, Map.of(), new Change(before, after));
    }

    /** The rule of a data room, which did not hold before: members are told of it by e-mail. */
    public void switchedOn(String roomId, Object before, Object after) {
        send(OperationType.UPDATE, null, Map.of(EventDetails.ENFORCED_DATA_ROOM, roomId), new Change(before, after));
    }

    /** Something of a user's. */
    public void changed(UserModel user, Object before, Object after) {
        send(OperationType.UPDATE, null, of(user), new Change(before, after));
    }

    /** A factor of a user's, of which the user is told by e-mail. */
    public void changed(UserModel user, FactorDetails factor, Object before, Object after) {
        send(OperationType.UPDATE, null, factor.with(of(user)), new Change(before, after));
    }

    public void removed(UserModel user, Object before) {
        send(OperationType.DELETE, null, of(user), new Change(before, null));
    }

    /** A factor of a user's, of which the user is told by e-mail. */
    public void removed(UserModel user, FactorDetails factor, Object before) {
        send(OperationType.DELETE, null, factor.with(of(user)), new Change(before, null));
    }

    public void done(Object what) {
        send(OperationType.ACTION, null, Map.of(), new Change(null, what));
    }

    private static Map<String, String> of(UserModel user) {
        return Map.of("userId", user.getId(), "username", user.getUsername());
    }

    private void send(OperationType operation, String id, Map<String, String> details, Change change) {
        var uri = request.session().getContext().getUri();
        var event = request.event().resource(RESOURCE).operation(operation).representation(change);
        details.forEach(event::detail);
        if (id == null) {
            event.resourcePath(uri).success();
        } else {
            event.resourcePath(uri, id).success();
        }
    }
}
