package io.strongroom.admin.sms;

import io.strongroom.factor.sms.RecentSendFailures;
import io.strongroom.factor.sms.SenderId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The SMS gateways and the current sending status.
 *
 * @param gateways       gateways of this server, ordered by id
 * @param defaultGateway id of the gateway used if the policy doesn't select one, or null if there is no default
 * @param sender         sender shown on recipients' phones
 * @param budget         today's budget
 * @param failures       latest messages that a gateway did not send, newest first
 */
@Schema(name = "SmsOverview")
public record SmsOverview(
        List<Gateway> gateways, String defaultGateway, Sender sender, Budget budget, List<Failure> failures) {

    /**
     * A gateway.
     *
     * @param configured whether the gateway can send for this tenant
     * @param fault      the problem to fix before it can send, or null; contains no secret
     */
    @Schema(name = "Gateway")
    public record Gateway(String id, boolean configured, String fault) {}

    /**
     * The sender of messages.
     *
     * @param shown  the sender that phones show
     * @param wanted the sender of the policy, or the realm's name if the policy has none
     * @param fit    {@code whole} if phones show the wanted sender; {@code cut} if it is longer than networks accept;
     *               {@code letters-lost} if it contains letters that networks do not accept, in which case phones may
     *               show another name of the realm
     */
    @Schema(name = "SmsSender")
    public record Sender(String shown, String wanted, String fit) {

        public static Sender of(SenderId id) {
            String fit = id.fit().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Sender(id.shown(), id.wanted(), fit);
        }
    }

    /**
     * The messages of the current day, which begins at midnight UTC.
     *
     * @param sent    number of messages sent
     * @param limit   number of messages allowed
     * @param percent percentage of the limit used; more than 100 if the limit was lowered during the day
     */
    @Schema(name = "SmsBudget")
    public record Budget(int sent, int limit, int percent) {

        public static Budget of(int sent, int limit) {
            return new Budget(sent, limit, (int) (sent * 100L / limit));
        }
    }

    /**
     * A message that a gateway did not send; the fallback may have sent it.
     *
     * @param time        time of the failure in milliseconds since 1970
     * @param gateway     id of the gateway, or null if the message reached none
     * @param phoneNumber masked phone number of the recipient
     * @param reason      the vendor's error message
     */
    @Schema(name = "SmsFailure")
    public record Failure(long time, String gateway, String phoneNumber, String reason) {
        public static Failure of(RecentSendFailures.Failure failure) {
            return new Failure(failure.time().toEpochMilli(), failure.gateway(), failure.number(), failure.reason());
        }
    }
}
