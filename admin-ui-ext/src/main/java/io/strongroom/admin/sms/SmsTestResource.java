package io.strongroom.admin.sms;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.admin.request.Sentences;
import io.strongroom.factor.sms.TestMessage;
import io.strongroom.factor.sms.TestMessage.Progress;
import io.strongroom.factor.sms.TestMessage.TestSend;
import io.strongroom.phone.PhoneNumber;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/**
 * Sends a test message. The recipient is always the administrator's own number, so that administrators can't send
 * messages to anyone else.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class SmsTestResource {

    private final AdminRequest request;

    SmsTestResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * A test message.
     *
     * @param id          id for status requests
     * @param phoneNumber masked phone number to which the message is sent
     * @param status      {@code sending}, {@code sent} or {@code failed}
     * @param reason      the vendor's error message if sending failed, otherwise empty
     */
    @Schema(name = "SmsTest")
    public record SmsTest(String id, String phoneNumber, String status, String reason) {}

    @POST
    @Operation(
            operationId = "sendTestMessage",
            summary = "Sends a text message to the administrator's own number, at most three times per hour")
    @APIResponse(
            responseCode = "202",
            description = "The message is being sent",
            content = @Content(schema = @Schema(implementation = SmsTest.class)))
    @APIResponse(responseCode = "409", description = "The administrator has no number")
    @APIResponse(responseCode = "429", description = "Too many test messages within an hour")
    @APIResponse(responseCode = "503", description = "The gateway's queue is full")
    public Response send() {
        request.access().requireManageRealm();
        UserModel administrator = request.auth().adminAuth().getUser();
        TestMessage test = test();
        PhoneNumber to = test.numberOf(administrator)
                .orElseThrow(() -> request.refusals().because(Status.CONFLICT, "strongroomAdminNoOwnNumber"));
        TestSend outcome = test.send(
                request.auth().adminAuth().getRealm(),
                administrator,
                to,
                new Sentences(request)
                        .of("strongroomAdminTestText", request.realm().getName()));
        if (outcome instanceof TestSend.Sending sending) {
            request.audit().done(Map.of("phoneNumber", NumberDisplay.masked(to)));
            SmsTest answer = new SmsTest(sending.id(), NumberDisplay.masked(to), "sending", "");
            return Response.status(Status.ACCEPTED).entity(answer).build();
        }
        throw outcome instanceof TestSend.TooMany
                ? request.refusals()
                        .because(Status.TOO_MANY_REQUESTS, "strongroomAdminTooManyTests", TestMessage.PER_HOUR)
                : request.refusals().because(Status.SERVICE_UNAVAILABLE, "strongroomAdminBusy");
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTestMessage", summary = "Returns the status of a test message")
    public Progress progress(@PathParam("id") String id) {
        request.access().requireManageRealm();
        return test().progress(id).orElseThrow(() -> request.refusals().notFound("strongroomAdminNoTest"));
    }

    private TestMessage test() {
        return new TestMessage(
                request.session(), request.realm(), request.tenant().sms(), request.clock());
    }
}
