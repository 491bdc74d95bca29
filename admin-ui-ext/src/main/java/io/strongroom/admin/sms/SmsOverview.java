package io.strongroom.admin.sms;

import io.strongroom.factor.sms.SenderId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What there is to send text messages with, and how it goes.
 *
 * @param gateways       of this server, by id
 * @param defaultGateway id of the one that is used where the policy names none, or null: there is none
 * @param sender         who messages are from
 * @param budget         of today
 * @param failures       the last messages that a gateway did not send, newest first
 */
@Schema(name = "SmsOverview")
public record SmsOverview(
        List<Gateway> gateways, String defaultGateway, Sender sender, Budget budget, List<Failure> failures) {

    /**
     * A gateway.
     *
     * @param configured whether it can send for this tenant
     * @param fault      what has to be mended first, or null; holds no secret
     */
    @Schema(name = "Gateway")
    public record Gateway(String id, boolean configured, String fault) {}

    /**
     * Who messages are from.
     *
     * @param shown  what phones show
     * @param wanted the policy's sender, or the realm's name where there is none
     * @param fit    {@code whole}; {@code cut}, where it is longer than networks take; or {@code letters-lost}, where it has letters that
     *     networks do not take, so that another name of the realm may be shown
     */
    @Schema(name = "SmsSender")
    public record Sender(String shown, String wanted, String fit) {

        static Sender of(SenderId id) {
            String fit = id.fit().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Sender(id.shown(), id.wanted(), fit);
        }
    }

    /**
     * The messages of a day, which begins at midnight UTC.
     *
     * @param sent    how many were sent today
     * @param limit   how many may be
     * @param percent of the limit that is used; more than 100 where it was lowered meanwhile
     */
    @Schema(name = "SmsBudget")
    public record Budget(int sent, int limit, int percent) {

        private static final int ALL = 100;

        static Budget of(int sent, int limit) {
            return new Budget(sent, limit, (int) ((long) sent * ALL / limit));
        }
    }

    /**
     * A message that a gateway did not send; another may have.
     *
     * @param time        in milliseconds since 1970
     * @param gateway     its id, or null: the message came to none
     * @param phoneNumber masked
     * @param reason      in the vendor's terms
     */
    @Schema(name = "SmsFailure")
    public record Failure(long time, String gateway, String phoneNumber, String reason) {}
}
