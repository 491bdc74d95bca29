package io.strongroom.factor.sms;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EarlierCodes;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;

/** A user's phone numbers for receiving codes. */
public final class SmsCredentials {

    private static final String FROM_PROFILE = "attribute:" + PhoneNumberAttribute.NAME + ":";

    private final UserContext context;

    public SmsCredentials(UserContext context) {
        this.context = context;
    }

    /** Returns the numbers that may be used: stored ones in the user's order, then the one from the profile. */
    public List<SmsCredential> trusted() {
        return Stream.concat(stored(), fromProfile().stream()).toList();
    }

    /**
     * Returns the number that a directory or an administrator maintains in the user's profile. It is never stored as
     * a credential, so profile changes take effect immediately. A changed number has another id, so factors passed
     * with the old one no longer count.
     */
    public Optional<SmsCredential> fromProfile() {
        return new PhoneNumberAttribute(context.session(), context.user())
                .vouched()
                .map(number -> SmsCredential.fromProfile(FROM_PROFILE + SmsCredential.fingerprint(number), number));
    }

    private Stream<SmsCredential> stored() {
        return context.user()
                .credentialManager()
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
     * Stores a number that the user has just proven. If it is already stored, marks it as proven.
     *
     * @return the credential's id
     */
    String enrol(PhoneNumber number) {
        Optional<SmsCredential> same = stored().filter(credential -> credential.dataRoom() == null)
                .filter(credential -> credential.number().equals(number))
                .findFirst();
        if (same.isPresent()) {
            return markProven(same.get());
        }
        EarlierCodes.removeBeforeFirstFactor(context);
        return create(SmsCredential.ownProven(number, context.clock().millis()));
    }

    /**
     * Stores the number that an administrator sets for a data room. It replaces the previous number; factors passed
     * with the old one no longer count.
     *
     * @return the credential's id
     */
    public String setForRoom(PhoneNumber number, String roomId) {
        EarlierCodes.removeBeforeFirstFactor(context);
        removeFromRoom(roomId);
        return create(SmsCredential.forRoom(number, roomId));
    }

    private String create(SmsCredential credential) {
        CredentialModel model = credential.into(new CredentialModel());
        model.setCreatedDate(context.clock().millis());
        setName(model, credential.number());
        return context.user().credentialManager().createStoredCredential(model).getId();
    }

    /**
     * Names the credential after the masked number, unless another credential has that name, because Keycloak
     * rejects duplicates.
     */
    private void setName(CredentialModel model, PhoneNumber number) {
        String name = number.masked().shown();
        boolean taken = context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .anyMatch(other -> name.equalsIgnoreCase(other.getUserLabel()));
        model.setUserLabel(taken ? null : name);
    }

    /**
     * Removes the number set for a data room.
     *
     * @return whether there was one
     */
    public boolean removeFromRoom(String roomId) {
        List<String> ended = context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(SmsCredential.TYPE)
                .map(SmsCredential::of)
                .flatMap(Optional::stream)
                .filter(credential -> roomId.equals(credential.dataRoom()))
                .map(SmsCredential::id)
                .toList();
        ended.forEach(context.user().credentialManager()::removeStoredCredentialById);
        return !ended.isEmpty();
    }

    /**
     * Records that a code sent to the number was accepted. Numbers from the profile are not updated: they don't need
     * it, and directory users may be read-only.
     *
     * @return the credential's id
     */
    String markProven(SmsCredential credential) {
        if (!credential.isProven() && !credential.id().startsWith(FROM_PROFILE)) {
            SubjectCredentialManager credentials = context.user().credentialManager();
            Optional.ofNullable(credentials.getStoredCredentialById(credential.id()))
                    .map(credential.provenAt(context.clock().millis())::into)
                    .ifPresent(credentials::updateStoredCredential);
        }
        return credential.id();
    }
}
