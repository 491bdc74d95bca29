package io.strongroom.admin.user;

import io.strongroom.factor.sms.SmsCredential;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All details of one user.
 *
 * @param summary            the user as shown in the list
 * @param factors            factors set up by the user or for the user
 * @param locked             credential types of the factors that are locked after too many wrong entries
 * @param rememberedBrowsers number of remembered browsers
 * @param graceUntil         end of the user's grace period in milliseconds since 1970, or null if it has not started
 * @param askedBy            the tenants whose policies ask the user for a second factor: {@code realm}, and the aliases of
 *                           organizations that the administrator may view
 */
@Schema(name = "UserDetail")
public record UserDetail(
        UserSummary summary,
        List<Factor> factors,
        List<String> locked,
        long rememberedBrowsers,
        Long graceUntil,
        List<String> askedBy) {

    /** Stands for the realm among those who ask. */
    static final String REALM = "realm";

    /**
     * A factor.
     *
     * @param id           id of the credential, or null for a number or an e-mail address in the user's profile
     * @param type         credential type of the factor: {@code webauthn-passwordless} (passkey), {@code webauthn}
     *                     (security key), {@code otp} (authenticator app), {@code sms-otp}, {@code backup-codes},
     *                     {@code recovery-authn-codes}, or another factor's
     * @param label        the user's label, a default label, or the e-mail address; null if there is none
     * @param createdDate  time of creation in milliseconds since 1970, or null
     * @param phoneNumber  phone number of an {@code sms-otp} factor; null for other factors; masked unless the
     *                     administrator may manage the user
     * @param dataRoom     id of the data room for which it was set, or null if it is the user's own
     * @param dataRoomName name of that data room, or null if it no longer exists or the administrator may not see it
     * @param setBy        who set an {@code sms-otp} factor: {@code admin} or {@code user}; null for other factors
     * @param proven       whether the user has entered a correct code for this factor
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
            boolean proven) {

        /** Returns the factor for a verified e-mail address, which has no credential. */
        static Factor ofAddress(String type, String email) {
            return new Factor(null, type, email, null, null, null, null, null, true);
        }

        /** Returns the factor for a number in the {@code phoneNumber} attribute, which has no credential. */
        static Factor ofProfile(String phoneNumber) {
            return new Factor(null, SmsCredential.TYPE, null, null, phoneNumber, null, null, "admin", false);
        }
    }
}
