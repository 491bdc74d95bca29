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
 * The details of a factor in an admin event. The notification to the user is based on them.
 *
 * @param type   type of the credential
 * @param number the number, or empty if the factor is not a number
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
                phone -> details.put(EventDetails.PHONE_NUMBER, phone.masked().shown()));
        return details;
    }
}
