package io.strongroom.admin.query;

import io.strongroom.factor.FailureRow;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.facts.GraceStart;
import io.strongroom.policy.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;

/** The credentials of a user that concern second factors. */
public record Factors(List<CredentialModel> credentials) {

    /** Credential types that concern second factors. */
    public static final Set<String> TYPES = Set.of(
            Method.SMS.credentialType(),
            Method.TOTP.credentialType(),
            BackupCodes.TYPE,
            RememberedBrowsers.TYPE,
            GraceStart.TYPE,
            FailureRow.TYPE);

    /** Credential types of factors and backup codes. */
    public static final Set<String> REMOVABLE =
            Set.of(Method.SMS.credentialType(), Method.TOTP.credentialType(), BackupCodes.TYPE);

    /**
     * Credential types whose locks refer to the id of the credential. A lock of a number refers to the number
     * instead.
     */
    static final Set<String> LOCKED_BY_ID = Set.of(Method.TOTP.credentialType(), BackupCodes.TYPE);

    public boolean has(Method method) {
        return of(method.credentialType()).findAny().isPresent();
    }

    public Stream<CredentialModel> of(String type) {
        return credentials.stream().filter(credential -> type.equals(credential.getType()));
    }

    /**
     * Returns the user's own numbers and those set for data rooms, in the user's order of preference. Skips
     * credentials that can't be read.
     */
    public Stream<SmsCredential> numbers() {
        return of(SmsCredential.TYPE).map(SmsCredential::of).flatMap(Optional::stream);
    }

    public Optional<SmsCredential> numberFor(String roomId) {
        return numbers().filter(number -> roomId.equals(number.dataRoom())).findFirst();
    }

    /** Returns whether the user has a number that a room can use: one set for the room, or one of the user's own. */
    boolean hasNumberUsableFor(String roomId) {
        return numbers().anyMatch(number -> number.dataRoom() == null || roomId.equals(number.dataRoom()));
    }

    /**
     * Returns whether a factor that the user still has is locked. Failure rows of removed numbers are deleted with the
     * number, so any such row belongs to a number that the user still has.
     *
     * @param hasNumber whether the user has a stored number or one from the profile or directory
     */
    public boolean locked(boolean hasNumber) {
        return of(FailureRow.TYPE)
                .map(FailureRow::of)
                .flatMap(Optional::stream)
                .filter(FailureRow::locks)
                .anyMatch(row -> SmsCredential.TYPE.equals(row.factor()) ? hasNumber : hasById(row.authenticator()));
    }

    private boolean hasById(String credentialId) {
        return credentials.stream()
                .anyMatch(credential -> LOCKED_BY_ID.contains(credential.getType())
                        && credential.getId().equals(credentialId));
    }

    public Optional<Instant> graceSince() {
        return of(GraceStart.TYPE)
                .map(CredentialModel::getCreatedDate)
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    public int backupCodesLeft() {
        return of(BackupCodes.TYPE).mapToInt(BackupCodes::left).findFirst().orElse(0);
    }

    /** Returns the method that the next login offers first: the one used last, or the only one. */
    public Optional<Method> preferred() {
        return credentials.stream()
                .map(credential -> Method.ofCredentialType(credential.getType()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
