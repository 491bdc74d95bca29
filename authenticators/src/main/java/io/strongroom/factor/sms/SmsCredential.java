package io.strongroom.factor.sms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.util.JsonSerialization;

/**
 * A number that codes are sent to, as it is stored: the one place that knows the JSON of {@code sms-otp}.
 *
 * @param id         the credential's id, or null before it is stored
 * @param number     the number
 * @param dataRoom   id of the data room it was set for, or null: the user's own
 * @param setBy      who set it
 * @param verifiedAt when a code sent to it came back, in milliseconds since 1970, or null
 */
public record SmsCredential(String id, PhoneNumber number, String dataRoom, SetBy setBy, Long verifiedAt) {

    public static final String TYPE = "sms-otp";

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

    /** A number of the user's own, proven just now. */
    static SmsCredential ownProven(PhoneNumber number, long now) {
        return new SmsCredential(null, number, null, SetBy.USER, now);
    }

    SmsCredential provenAt(long now) {
        return new SmsCredential(id, number, dataRoom, setBy, now);
    }

    /** Whether it may be used: the user has proven it, or an administrator set it (security figure 17). */
    public boolean isTrusted() {
        return verifiedAt != null || setBy == SetBy.ADMIN;
    }

    /** What a number is told apart by where it should not be shown: a new number is a new binding. */
    static String fingerprint(PhoneNumber number) {
        return HashUtils.sha256UrlEncodedHash(number.e164(), StandardCharsets.US_ASCII);
    }

    /** What its failures are counted for. */
    public String authenticator() {
        return fingerprint(number);
    }

    boolean isProven() {
        return verifiedAt != null;
    }

    /** Of one that {@link #isTrusted}. */
    NumberOwnership standing() {
        return isProven() ? NumberOwnership.PROVEN : NumberOwnership.GIVEN;
    }

    /** Empty where what is stored can't be read. */
    public static Optional<SmsCredential> of(CredentialModel model) {
        try {
            Data data = JsonSerialization.readValue(model.getCredentialData(), Data.class);
            return Optional.ofNullable(data)
                    .flatMap(read -> PhoneNumber.stored(read.phoneNumber()))
                    .map(number ->
                            new SmsCredential(model.getId(), number, data.dataRoom(), data.setBy(), data.verifiedAt()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes it over what is stored, or into a new credential. */
    CredentialModel into(CredentialModel model) {
        model.setType(TYPE);
        model.setCredentialData(json(number.e164()));
        model.setSecretData("{}");
        return model;
    }

    /** As it is stored, but for the number, of which this is what may be shown. */
    public String maskedJson() {
        return json(number.masked().shown());
    }

    private String json(String phoneNumber) {
        try {
            return JsonSerialization.writeValueAsString(new Data(phoneNumber, dataRoom, setBy, verifiedAt));
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }
}
