package io.strongroom.admin.request;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.phone.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;

/**
 * What an admin event says of a factor, by which its user is told.
 *
 * @param type   of the credential
 * @param number where it is one
 */
public record FactorDetails(String type, Optional<PhoneNumber> number) {

    public static FactorDetails of(CredentialModel credential) {
        return new FactorDetails(
                credential.getType(),
                Optional.of(credential)
                        .filter(model -> SmsCredential.TYPE.equals(model.getType()))
                        .flatMap(SmsCredential::of)
                        .map(SmsCredential::number));
    }

    public static FactorDetails of(PhoneNumber number) {
        return new FactorDetails(SmsCredential.TYPE, Optional.of(number));
    }

    Map<String, String> with(Map<String, String> others) {
        Map<String, String> details = new HashMap<>(others);
        details.put(Details.CREDENTIAL_TYPE, type);
        number.ifPresent(
                set -> details.put(EventDetails.PHONE_NUMBER, set.masked().shown()));
        return details;
    }
}
