package io.strongroom.factor.sms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.factor.sentcode.Ownership;
import io.strongroom.json.Json;
import io.strongroom.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * A stored phone number for receiving codes. Only this class knows the JSON of an {@code sms-otp} credential.
 *
 * @param id         id of the credential; null before it is stored
 * @param number     the number
 * @param dataRoom   id of the data room for which the number was set; null if it is the user's own number
 * @param setBy      who set the number; null if unknown
 * @param verifiedAt when a code sent to the number was accepted, in epoch milliseconds; null if never
 */
public record SmsCredential(String id, PhoneNumber number, String dataRoom, SetBy setBy, Long verifiedAt) {

    public static final String TYPE = "sms-otp";

    private static final String NOT_STORED = null;
    private static final String NO_ROOM = null;
    private static final Long NOT_VERIFIED = null;

    /** Who set a number. */
    public enum SetBy {
        @JsonProperty("admin")
        ADMIN,
        @JsonProperty("user")
        USER
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(
            @JsonProperty("phoneNumber") String phoneNumber,
            @JsonProperty("dataRoom") String dataRoom,
            @JsonProperty("setBy") SetBy setBy,
            @JsonProperty("verifiedAt") Long verifiedAt) {}

    /** Returns a number that the user has just proven. */
    static SmsCredential ownProven(PhoneNumber number, long now) {
        return new SmsCredential(NOT_STORED, number, NO_ROOM, SetBy.USER, now);
    }

    /** Returns a number set by an administrator for a data room. */
    static SmsCredential forRoom(PhoneNumber number, String roomId) {
        return new SmsCredential(NOT_STORED, number, roomId, SetBy.ADMIN, NOT_VERIFIED);
    }

    /** Returns a number from the user's profile. */
    static SmsCredential fromProfile(String id, PhoneNumber number) {
        return new SmsCredential(id, number, NO_ROOM, SetBy.ADMIN, NOT_VERIFIED);
    }

    SmsCredential provenAt(long now) {
        return new SmsCredential(id, number, dataRoom, setBy, now);
    }

    /**
     * Returns whether the number may be used: the user has proven it, or an administrator set it (security figure 17).
     */
    public boolean isTrusted() {
        return verifiedAt != null || setBy == SetBy.ADMIN;
    }

    /** Returns a hash that identifies the number without revealing it. */
    static String fingerprint(PhoneNumber number) {
        return HashUtils.sha256UrlEncodedHash(number.e164(), StandardCharsets.US_ASCII);
    }

    /** Returns the key of the failure counter. It depends on the number, so a changed number starts from zero. */
    public String authenticator() {
        return fingerprint(number);
    }

    boolean isProven() {
        return verifiedAt != null;
    }

    /** Returns the ownership of a {@linkplain #isTrusted trusted} number. */
    Ownership ownership() {
        return isProven() ? Ownership.PROVEN : Ownership.GIVEN;
    }

    /** Reads a stored credential; empty if it is unreadable. */
    public static Optional<SmsCredential> of(CredentialModel model) {
        return Json.read(model.getCredentialData(), Data.class)
                .flatMap(data -> PhoneNumber.stored(data.phoneNumber())
                        .map(number -> new SmsCredential(
                                model.getId(), number, data.dataRoom(), data.setBy(), data.verifiedAt())));
    }

    /** Writes the number into a stored or new credential. */
    CredentialModel into(CredentialModel model) {
        model.setType(TYPE);
        model.setCredentialData(json(number.e164()));
        model.setSecretData("{}");
        return model;
    }

    /** Returns the stored JSON with the number masked. */
    public String maskedJson() {
        return json(number.masked().shown());
    }

    private String json(String phoneNumber) {
        return Json.write(new Data(phoneNumber, dataRoom, setBy, verifiedAt));
    }
}
