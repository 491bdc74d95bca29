package io.strongroom.admin.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
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
        send(OperationType.CREATE, id, Optional.empty(), new Change(null, after));
    }

    public void changed(Object before, Object after) {
        send(OperationType.UPDATE, null, Optional.empty(), new Change(before, after));
    }

    /** Something of a user's. */
    public void changed(UserModel user, Object before, Object after) {
        send(OperationType.UPDATE, null, Optional.of(user), new Change(before, after));
    }

    public void removed(UserModel user, Object before) {
        send(OperationType.DELETE, null, Optional.of(user), new Change(before, null));
    }

    public void done(Object what) {
        send(OperationType.ACTION, null, Optional.empty(), new Change(null, what));
    }

    private void send(OperationType operation, String id, Optional<UserModel> user, Change change) {
        var uri = request.session().getContext().getUri();
        var event = request.event().resource(RESOURCE).operation(operation).representation(change);
        user.ifPresent(of -> event.detail("userId", of.getId()).detail("username", of.getUsername()));
        if (id == null) {
            event.resourcePath(uri).success();
        } else {
            event.resourcePath(uri, id).success();
        }
    }
}
