package io.strongroom.admin.query;

import io.strongroom.factor.FailureRow;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.facts.GraceMemory;
import io.strongroom.policy.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;

/** What a user's credentials tell about second factors. */
public record Factors(List<CredentialModel> credentials) {

    /** Types that matter here. */
    public static final Set<String> TYPES = Set.of(
            Method.SMS.credentialType(),
            Method.TOTP.credentialType(),
            BackupCodes.TYPE,
            RememberedBrowsers.TYPE,
            GraceMemory.TYPE,
            FailureRow.TYPE);

    /** Types that are factors, or stand in for one. */
    public static final Set<String> REMOVABLE =
            Set.of(Method.SMS.credentialType(), Method.TOTP.credentialType(), BackupCodes.TYPE);

    /** Types whose locks name the credential; those of numbers name the number. */
    static final Set<String> LOCKED_BY_ID = Set.of(Method.TOTP.credentialType(), BackupCodes.TYPE);

    public boolean has(Method method) {
        return of(method.credentialType()).findAny().isPresent();
    }

    public Stream<CredentialModel> of(String type) {
        return credentials.stream().filter(credential -> type.equals(credential.getType()));
    }

    /** Numbers of the user's own, then those set for data rooms; what can't be read is left out. */
    public Stream<SmsCredential> numbers() {
        return of(SmsCredential.TYPE).map(SmsCredential::of).flatMap(Optional::stream);
    }

    public Optional<SmsCredential> numberFor(String roomId) {
        return numbers().filter(number -> roomId.equals(number.dataRoom())).findFirst();
    }

    /** Whether a number of this user may be asked for by a room: the one set for it, or one of the user's own. */
    boolean hasNumberUsableFor(String roomId) {
        return numbers().anyMatch(number -> number.dataRoom() == null || roomId.equals(number.dataRoom()));
    }

    /**
     * Whether something that the user still has is locked. Rows of numbers that the user no longer has are removed, so those that are
     * there need no look at the number.
     *
     * @param hasNumber stored, or from outside
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
        return of(GraceMemory.TYPE)
                .map(CredentialModel::getCreatedDate)
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    public int backupCodesLeft() {
        return of(BackupCodes.TYPE).mapToInt(BackupCodes::left).findFirst().orElse(0);
    }

    /** The method offered first at the next login: the one used last, or the only one. */
    public Optional<Method> first() {
        return credentials.stream()
                .map(credential -> Method.ofCredentialType(credential.getType()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
