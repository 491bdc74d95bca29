package io.strongroom.factor.sms;

import io.strongroom.factor.sms.SmsCredential.SetBy;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.phone.PhoneNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The numbers of one user. */
public final class SmsCredentials {

    private static final String FROM_OUTSIDE = "attribute:" + PhoneNumberAttribute.NAME + ":";

    private final KeycloakSession session;
    private final UserModel user;
    private final Clock clock;

    /** @param user of the realm that the session's context is in */
    public SmsCredentials(KeycloakSession session, UserModel user, Clock clock) {
        this.session = session;
        this.user = user;
        this.clock = clock;
    }

    /** Those that may be used: the stored ones in the user's order, then the one from outside. */
    public List<SmsCredential> trusted() {
        return Stream.concat(stored(), fromProfile().stream()).toList();
    }

    /**
     * The number that a directory or an administrator keeps in an attribute of the user. It is never stored as a credential, so
     * that it ends where it is changed; a changed number has another id, so that what was passed with the old one ends too.
     */
    public Optional<SmsCredential> fromProfile() {
        return new PhoneNumberAttribute(session, user)
                .vouched()
                .map(number -> new SmsCredential(
                        FROM_OUTSIDE + SmsCredential.fingerprint(number), number, null, SetBy.ADMIN, null));
    }

    private Stream<SmsCredential> stored() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .map(SmsCredential::of)
                .flatMap(Optional::stream)
                .filter(SmsCredential::isTrusted);
    }

    public Optional<SmsCredential> trusted(String credentialId) {
        return trusted().stream()
                .filter(credential -> credential.id().equals(credentialId))
                .findFirst();
    }

    /**
     * Keeps a number of the user's own that was just proven; one that is there already is proven anew.
     *
     * @return the credential's id
     */
    String enrol(PhoneNumber number) {
        Optional<SmsCredential> same = stored().filter(credential -> credential.dataRoom() == null)
                .filter(credential -> credential.number().equals(number))
                .findFirst();
        if (same.isPresent()) {
            return proven(same.get());
        }
        SmsCredential fresh = SmsCredential.ownProven(number, clock.millis());
        CredentialModel model = fresh.into(new CredentialModel());
        model.setCreatedDate(clock.millis());
        name(model, number);
        return user.credentialManager().createStoredCredential(model).getId();
    }

    /**
     * Keeps the number an administrator set for a data room; the one before ends, with all that was passed by it.
     *
     * @return the credential's id
     */
    public String setForRoom(PhoneNumber number, String roomId) {
        removeFromRoom(roomId);
        CredentialModel model = new SmsCredential(null, number, roomId, SetBy.ADMIN, null).into(new CredentialModel());
        model.setCreatedDate(clock.millis());
        name(model, number);
        return user.credentialManager().createStoredCredential(model).getId();
    }

    /** Called by its last digits until its user gives it a name; Keycloak refuses the same name twice. */
    private void name(CredentialModel model, PhoneNumber number) {
        String name = number.masked().shown();
        boolean taken = user.credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .anyMatch(other -> name.equalsIgnoreCase(other.getUserLabel()));
        model.setUserLabel(taken ? null : name);
    }

    /** @return whether there was a number for that room */
    public boolean removeFromRoom(String roomId) {
        List<String> ended = user.credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .map(SmsCredential::of)
                .flatMap(Optional::stream)
                .filter(credential -> roomId.equals(credential.dataRoom()))
                .map(SmsCredential::id)
                .toList();
        ended.forEach(user.credentialManager()::removeStoredCredentialById);
        return !ended.isEmpty();
    }

    /**
     * A code sent to it came back. One from outside needs no note of that, and users of a directory may be read-only.
     *
     * @return the credential's id
     */
    String proven(SmsCredential credential) {
        if (!credential.isProven() && !credential.id().startsWith(FROM_OUTSIDE)) {
            CredentialModel model = user.credentialManager().getStoredCredentialById(credential.id());
            user.credentialManager()
                    .updateStoredCredential(credential.provenAt(clock.millis()).into(model));
        }
        return credential.id();
    }
}
