package io.strongroom.admin.room;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Body;
import io.strongroom.policy.store.RoomStore;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.keycloak.models.GroupModel;
import org.keycloak.organization.OrganizationProvider;

/** Creates a data room with its groups, in the realm or in an organization. */
public final class RoomCreation {

    private final AdminRequest request;
    private final GroupModel top;
    private final BiFunction<String, GroupModel, GroupModel> groups;

    /**
     * @param top    the group below which the room is created, or null
     * @param groups creates a group with this name below this parent, or at the top if that is null
     */
    private RoomCreation(AdminRequest request, GroupModel top, BiFunction<String, GroupModel, GroupModel> groups) {
        this.request = request;
        this.top = top;
        this.groups = groups;
    }

    static RoomCreation inRealm(AdminRequest request) {
        return new RoomCreation(request, null, request.realm()::createGroup);
    }

    public static RoomCreation inOrganization(AdminRequest request, OrganizationScope organization) {
        OrganizationProvider organizations = request.session().getProvider(OrganizationProvider.class);
        GroupModel top = request.session().groups().getGroupById(request.realm(), organization.groupId());
        return new RoomCreation(
                request, top, (name, parent) -> organizations.createGroup(organization.model(), name, parent));
    }

    /** @return the response with status 201 */
    public Response create(InputStream body) {
        RoomForm form =
                RoomForm.toCreate(Body.require(body, request.refusals())).requireValid(request.refusals());
        String name = form.name().orElseThrow();
        if (request.session().groups().getGroupByName(request.realm(), top, name) != null) {
            throw request.refusals().because(Status.CONFLICT, "strongroomAdminRoomExists", name);
        }
        RoomRepresentation created = RoomRepresentation.of(createRoom(name, form));
        request.audit().created(created.id(), created);
        var uri = request.session().getContext().getUri().getAbsolutePathBuilder();
        return Response.created(uri.path(created.id()).build()).entity(created).build();
    }

    private GroupModel createRoom(String name, RoomForm form) {
        GroupModel room = groups.apply(name, null);
        RoomStore.write(room, form.rule());
        form.userGroups().forEach(group -> groups.apply(group, room));
        form.administrators().map(group -> groups.apply(group, room)).ifPresent(RoomStore::makeAdministrators);
        return room;
    }
}
