package io.strongroom.admin.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.strongroom.factor.EventDetails;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Emits one admin event for each change, with the state before and after it; numbers are masked. */
public final class Audit {

    /** Resource type of the events. */
    public static final String RESOURCE = "TWO_FACTOR";

    private final AdminRequest request;

    Audit(AdminRequest request) {
        this.request = request;
    }

    /**
     * @param before state before the change, or null if there was none
     * @param after  state after the change, or null if there is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(Object before, Object after) {}

    public void created(String id, Object after) {
        send(OperationType.CREATE, id, Map.of(), new Change(null, after));
    }

    public void changed(Object before, Object after) {
        send(OperationType.UPDATE, null, Map.of(), new Change(before, after));
    }

    /** Emits the event for a data room's rule that is now enforced; its members are notified by e-mail. */
    public void switchedOn(String roomId, Object before, Object after) {
        send(OperationType.UPDATE, null, Map.of(EventDetails.ENFORCED_DATA_ROOM, roomId), new Change(before, after));
    }

    /** Emits the event for the policy of an organization that now requires a factor; its members are notified by e-mail. */
    public void required(OrganizationModel organization, Object before, Object after) {
        Map<String, String> details = Map.of(EventDetails.ORGANIZATION_REQUIRES, organization.getId());
        send(OperationType.UPDATE, null, details, new Change(before, after));
    }

    /** Emits the event for a change to a user. */
    public void changed(UserModel user, Object before, Object after) {
        send(OperationType.UPDATE, null, of(user), new Change(before, after));
    }

    /** Emits the event for a change to a user's factor; the user is notified by e-mail. */
    public void changed(UserModel user, FactorDetails factor, Object before, Object after) {
        send(OperationType.UPDATE, null, factor.with(of(user)), new Change(before, after));
    }

    public void removed(UserModel user, Object before) {
        send(OperationType.DELETE, null, of(user), new Change(before, null));
    }

    /** Emits the event for the removal of a user's factor; the user is notified by e-mail. */
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
