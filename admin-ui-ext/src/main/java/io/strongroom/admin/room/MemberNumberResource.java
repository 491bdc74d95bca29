package io.strongroom.admin.room;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Body;
import io.strongroom.admin.request.FactorDetails;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.admin.user.SignOut;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.Countries;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.store.PolicyStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/**
 * REST resource of the phone number set for a member of a data room. The room accepts no other number of this
 * member.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class MemberNumberResource {

    private final AdminRequest request;
    private final GroupModel room;
    private final String userId;

    MemberNumberResource(AdminRequest request, GroupModel room, String userId) {
        this.request = request;
        this.room = room;
        this.userId = userId;
    }

    /**
     * @param phoneNumber phone number in international format, such as {@code +46701740605}, that can receive text
     *                    messages
     */
    @Schema(name = "MemberNumber")
    public record MemberNumber(String phoneNumber) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putMemberNumber", summary = "Sets the number of a member for this data room")
    @APIResponse(responseCode = "200", description = "The number as stored")
    @APIResponse(
            responseCode = "409",
            description = "The member is an administrator of the room, to whom its rule does not apply")
    public MemberNumber put(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MemberNumber.class)))
                    InputStream body,
            @QueryParam("signOut") boolean signOut) {
        UserModel member = manageableMember();
        if (membership(member).filter(Room::administrator).isPresent()) {
            throw request.refusals().because(Status.CONFLICT, "strongroomAdminNotOnAdministrators");
        }
        Countries countries = request.tenant().sms().countries();
        NumberForm form = NumberForm.of(Body.require(body, request.refusals()), countries::allows);
        PhoneNumber number = form.number().orElseThrow(() -> request.refusals().fields(form.errors()));
        Optional<PhoneNumber> before = current(member);
        if (!before.equals(Optional.of(number))) {
            numbers(member).setForRoom(number, room.getId());
            request.audit().changed(member, FactorDetails.of(number), shown(before), shown(Optional.of(number)));
        }
        if (signOut) {
            new SignOut(request).everywhere(member);
        }
        return new MemberNumber(number.e164());
    }

    @DELETE
    @Operation(
            operationId = "deleteMemberNumber",
            summary =
                    "Removes the number set for the member of this data room, and with it their second factor for the room")
    public void delete(@QueryParam("signOut") boolean signOut) {
        UserModel member = manageableMember();
        Optional<PhoneNumber> before = current(member);
        if (!numbers(member).removeFromRoom(room.getId())) {
            throw request.refusals().notFound("strongroomAdminNoNumber");
        }
        before.map(FactorDetails::of)
                .ifPresentOrElse(
                        factor -> request.audit().removed(member, factor, shown(before)),
                        () -> request.audit().removed(member, shown(before)));
        if (signOut) {
            new SignOut(request).everywhere(member);
        }
    }

    private UserModel manageableMember() {
        UserModel user = request.session().users().getUserById(request.realm(), userId);
        if (user == null || membership(user).isEmpty()) {
            request.access().requireViewMembers(room);
            throw request.refusals().notFound("strongroomAdminNoMember");
        }
        request.access().requireManageOther(user);
        return user;
    }

    /** Returns this room with the user's role in it, or empty if the user is not a member. */
    private Optional<Room> membership(UserModel user) {
        return new PolicyStore(request.session(), request.realm())
                .roomsOf(user).stream()
                        .filter(one -> one.id().equals(room.getId()))
                        .findFirst();
    }

    private Optional<PhoneNumber> current(UserModel member) {
        return numbers(member).trusted().stream()
                .filter(number -> room.getId().equals(number.dataRoom()))
                .map(SmsCredential::number)
                .findFirst();
    }

    private SmsCredentials numbers(UserModel member) {
        return new SmsCredentials(request.contextOf(member));
    }

    private Map<String, Object> shown(Optional<PhoneNumber> number) {
        return number.map(phone ->
                        Map.<String, Object>of("dataRoom", room.getName(), "phoneNumber", NumberDisplay.masked(phone)))
                .orElse(null);
    }
}
