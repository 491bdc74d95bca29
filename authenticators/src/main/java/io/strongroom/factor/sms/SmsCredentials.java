package io.strongroom.factor.sms;

import io.strongroom.factor.PassedFactor;
import io.strongroom.phone.PhoneNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** The numbers of one user. */
public final class SmsCredentials {

    private final UserModel user;
    private final Clock clock;

    public SmsCredentials(UserModel user, Clock clock) {
        this.user = user;
        this.clock = clock;
    }

    /** Those that may be used, in the user's order. */
    public List<SmsCredential> trusted() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .map(SmsCredential::of)
                .flatMap(Optional::stream)
                .filter(SmsCredential::isTrusted)
                .toList();
    }

    public Optional<SmsCredential> trusted(String credentialId) {
        return trusted().stream()
                .filter(credential -> credential.id().equals(credentialId))
                .findFirst();
    }

    /** Keeps a number of the user's own that was just proven; one that is there already is proven anew. */
    PassedFactor enrol(PhoneNumber number) {
        Optional<SmsCredential> same = trusted().stream()
                .filter(credential -> credential.dataRoom() == null)
                .filter(credential -> credential.number().equals(number))
                .findFirst();
        if (same.isPresent()) {
            return proven(same.get());
        }
        SmsCredential fresh = SmsCredential.ownProven(number, clock.millis());
        CredentialModel model = fresh.into(new CredentialModel());
        model.setCreatedDate(clock.millis());
        String id = user.credentialManager().createStoredCredential(model).getId();
        return passed(id);
    }

    /** A code sent to it came back. */
    PassedFactor proven(SmsCredential credential) {
        if (!credential.isProven()) {
            CredentialModel model = user.credentialManager().getStoredCredentialById(credential.id());
            user.credentialManager()
                    .updateStoredCredential(credential.provenAt(clock.millis()).into(model));
        }
        return passed(credential.id());
    }

    private PassedFactor passed(String credentialId) {
        return new PassedFactor(user.getId(), SmsCredential.TYPE, credentialId, clock.millis());
    }
}
