package io.strongroom.admin.query;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.FailureRow;
import io.strongroom.factor.Holding.Place;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.backupcode.RecoveryCodes;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.facts.GraceStart;
import io.strongroom.json.Json;
import io.strongroom.policy.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;

/** The credentials of a user that concern second factors. */
public record StoredFactors(List<CredentialModel> credentials) {

    private static final Set<String> CODES = Set.of(BackupCodes.TYPE, RecoveryCodes.TYPE);

    /** Credential types of factors, backup codes and recovery codes. */
    public static final Set<String> REMOVABLE =
            with(CODES, Factors.all().stream().map(Factor::type));

    /** Credential types that concern second factors. */
    public static final Set<String> TYPES =
            with(REMOVABLE, Stream.of(RememberedBrowsers.TYPE, GraceStart.TYPE, FailureRow.TYPE));

    /**
     * Credential types whose locks refer to the id of the credential. Other locks refer to a number or an address
     * instead.
     */
    static final Set<String> LOCKED_BY_ID = with(
            CODES, Factors.all().stream().filter(StoredFactors::isCredential).map(Factor::type));

    private static Set<String> with(Set<String> some, Stream<String> more) {
        return Stream.concat(some.stream(), more).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isCredential(Factor factor) {
        return factor.heldBy().place() == Place.CREDENTIAL;
    }

    public boolean has(String type) {
        return of(type).findAny().isPresent();
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
     * Returns whether the user has a stored factor of their own. A number set for a room does not count as one, nor does a
     * key that is not accepted.
     *
     * @param accepted the methods that are accepted from the user
     */
    boolean hasOwn(Set<Method> accepted) {
        return credentials.stream()
                        .map(CredentialModel::getType)
                        .anyMatch(type -> Factors.ofCredentialType(type)
                                .filter(StoredFactors::isCredential)
                                .filter(factor -> !factor.method().isPhishingResistant()
                                        || factor.heldBy().isAcceptedBy(accepted))
                                .isPresent())
                || of(SmsCredential.TYPE)
                        .map(CredentialModel::getCredentialData)
                        .anyMatch(data -> data == null || !data.contains(RoomStatusQuery.ROOM_MARK));
    }

    /**
     * Returns whether a factor that the user still has is locked. Failure rows of removed numbers are deleted with the
     * number, so any such row belongs to a number that the user still has.
     *
     * @param holds tests whether the user has a factor that is not a credential of its own type
     */
    public boolean locked(Predicate<Factor> holds) {
        return of(FailureRow.TYPE)
                .map(FailureRow::of)
                .flatMap(Optional::stream)
                .filter(FailureRow::locks)
                .anyMatch(row -> Factors.ofCredentialType(row.factor())
                        .filter(factor -> !isCredential(factor))
                        .map(holds::test)
                        .orElseGet(() -> hasById(row.authenticator())));
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

    /** Returns the number of unused backup codes and of Keycloak's recovery codes. */
    public int codesLeft() {
        return of(BackupCodes.TYPE).mapToInt(BackupCodes::left).findFirst().orElse(0)
                + of(RecoveryCodes.TYPE)
                        .flatMap(set ->
                                Json.read(set.getCredentialData(), RecoveryAuthnCodesCredentialData.class).stream())
                        .mapToInt(RecoveryAuthnCodesCredentialData::getRemainingCodes)
                        .findFirst()
                        .orElse(0);
    }

    /** Returns the method that the next login offers first: the one used last, or the only one. */
    public Optional<Method> preferred() {
        return credentials.stream()
                .map(credential -> Method.ofCredentialType(credential.getType()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
