package io.strongroom.admin.user;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One user, in full.
 *
 * @param summary            as in the list
 * @param factors            what they have set up, or had set up for them
 * @param locked             credential types of the factors that are locked after too many wrong entries
 * @param rememberedBrowsers in how many browsers they are not asked
 * @param graceUntil         until when they may put setting up off, in milliseconds since 1970, or null
 */
@Schema(name = "UserDetail")
public record UserDetail(
        UserSummary summary, List<Factor> factors, List<String> locked, long rememberedBrowsers, Long graceUntil) {

    /**
     * A factor.
     *
     * @param id          of the credential, or null: a number kept in the attribute {@code phoneNumber}
     * @param type        {@code sms-otp}, {@code otp} or {@code backup-codes}
     * @param label       as the user named it, or what it goes by until then, or null
     * @param createdDate in milliseconds since 1970, or null
     * @param phoneNumber of {@code sms-otp}; masked but to those who may manage the user
     * @param dataRoom    id of the data room it was set for, or null: the user's own
     * @param dataRoomName its name, or null: it is gone, or the administrator may not see it
     * @param setBy       {@code admin} or {@code user}, of {@code sms-otp}; or null
     * @param proven      whether a code sent to it came back, or a code of it was right
     */
    @Schema(name = "Factor")
    public record Factor(
            String id,
            String type,
            String label,
            Long createdDate,
            String phoneNumber,
            String dataRoom,
            String dataRoomName,
            String setBy,
            boolean proven) {}
}
