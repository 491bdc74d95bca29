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
import org.keycloak.representations.idm.ErrorRepresentation;

/** The number set for one member of one data room; it is the only one accepted for that room. */
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

    /** @param phoneNumber in full international format, such as {@code +46701740605}; it must be able to receive text messages */
    @Schema(name = "MemberNumber")
    public record MemberNumber(String phoneNumber) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putMemberNumber", summary = "Sets the number of a member for this data room")
    @APIResponse(
            responseCode = "200",
            description = "The number as it is kept",
            content = @Content(schema = @Schema(implementation = MemberNumber.class)))
    @APIResponse(
            responseCode = "409",
            description = "An administrator of the room: its rule does not hold for them",
            content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    public MemberNumber put(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MemberNumber.class)))
                    InputStream body,
            @QueryParam("signOut") boolean signOut) {
        UserModel member = manageableMember();
        if (asMember(member).filter(Room::administrator).isPresent()) {
            throw request.refusals().because(Status.CONFLICT, "strongroomAdminNotOnAdministrators");
        }
        Countries countries = new PolicyStore(request.session(), request.realm())
                .tenant()
                .sms()
                .countries();
        NumberForm form = NumberForm.of(Body.require(body, request.refusals()), countries::allows);
        PhoneNumber number = form.number().orElseThrow(() -> request.refusals().fields(form.errors()));
        Optional<PhoneNumber> before = current(member);
        if (!before.equals(Optional.of(number))) {
            numbers(member).setForRoom(number, room.getId());
            request.audit().changed(member, FactorDetails.of(number), shown(before), shown(Optional.of(number)));
        }
        signOutWhere(signOut, member);
        return new MemberNumber(number.e164());
    }

    @DELETE
    @Operation(
            operationId = "deleteMemberNumber",
            summary = "Removes the member's number for this data room, and with it their two-factor for it")
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
        signOutWhere(signOut, member);
    }

    private void signOutWhere(boolean wanted, UserModel member) {
        if (wanted) {
            new SignOut(request).everywhere(member);
        }
    }

    private UserModel manageableMember() {
        UserModel user = request.session().users().getUserById(request.realm(), userId);
        if (user == null || asMember(user).isEmpty()) {
            request.access().requireViewMembers(room);
            throw request.refusals().notFound("strongroomAdminNoMember");
        }
        request.access().requireManageOther(user);
        return user;
    }

    private Optional<Room> asMember(UserModel user) {
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
        return new SmsCredentials(request.session(), member, request.clock());
    }

    private Map<String, Object> shown(Optional<PhoneNumber> number) {
        return number.map(set ->
                        Map.<String, Object>of("dataRoom", room.getName(), "phoneNumber", NumberDisplay.masked(set)))
                .orElse(null);
    }
}
