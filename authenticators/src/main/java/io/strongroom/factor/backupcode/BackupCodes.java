package io.strongroom.factor.backupcode;

import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The backup codes of one user: one set at a time, each code good once. */
public final class BackupCodes {

    /** Type of the credential. */
    public static final String TYPE = "backup-codes";

    private static final String PUT_OFF = "strongroom.backup-codes.later";
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CodeHasher HASHER = new Pbkdf2();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final CredentialLock lock;

    public BackupCodes(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.lock = new CredentialLock(session, user);
    }

    /** How many are unused. */
    public int left() {
        return set().map(BackupCodeSet::left).orElse(0);
    }

    /** How many of a stored set are unused; 0 where it can't be read. */
    public static int left(CredentialModel stored) {
        return BackupCodeCredential.of(stored).map(BackupCodeSet::left).orElse(0);
    }

    /** Whether the user should get codes: the tenant gives some, and there are none the user is known to have. */
    public boolean wantsSet(TenantPolicy policy) {
        return policy.backupCodes() > 0
                && !set().filter(BackupCodeSet::saved)
                        .filter(set -> set.left() > 0)
                        .isPresent();
    }

    /**
     * Whether so many were used, leaving three or fewer, that this login should speak of new ones: not where the tenant gives
     * none any more, and not again once the user has said "not now". Keycloak evaluates after every action anew, so a login
     * that asked regardless would never end.
     */
    public boolean isRunningLow() {
        return !isPutOff(session.getContext().getAuthenticationSession())
                && set().filter(BackupCodeSet::isRunningLow).isPresent()
                && new PolicyStore(session, realm).tenant().backupCodes() > 0;
    }

    /** The user wants to go on without new codes in this login. */
    void putOff(AuthenticationSessionModel login) {
        login.setAuthNote(PUT_OFF, "true");
    }

    private static boolean isPutOff(AuthenticationSessionModel login) {
        return login != null && login.getAuthNote(PUT_OFF) != null;
    }

    /** Of the set that codes are taken from; empty where there is none. */
    Optional<String> credentialId() {
        return stored().map(CredentialModel::getId);
    }

    Optional<BackupCodeSet> set() {
        return stored().flatMap(BackupCodeCredential::of);
    }

    /** @param credentialId of the set the code was one of */
    record Used(String credentialId, int left) {}

    /** Verifies a code and uses it up: of all who come with it, one gets it. */
    Optional<Used> use(BackupCode code) {
        Optional<CredentialModel> known = stored();
        Optional<String> hash =
                known.flatMap(BackupCodeCredential::of).map(set -> set.recipe().hash(code, HASHER));
        return hash.flatMap(right -> useUp(known.get().getId(), right));
    }

    private Optional<Used> useUp(String credentialId, String hash) {
        return change(credentialId, set -> set.without(hash).filter(rest -> claim(credentialId, hash)))
                .map(rest -> new Used(credentialId, rest.left()));
    }

    /** Holds also where the transaction that uses the code up is rolled back. */
    private boolean claim(String credentialId, String hash) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        return store.claim("backup-code:" + realm.getId() + ":" + credentialId + ":" + hash, REMEMBERED);
    }

    /** @param credentialId of the new set */
    record Renewed(String credentialId, List<BackupCode> codes) {}

    /** Makes a new set, which ends the one before. */
    Renewed renew(int count, long now) {
        endAllBut(null);
        BackupCodeSet.Fresh fresh = BackupCodeSet.generate(count, RANDOM, HASHER);
        CredentialModel model = new CredentialModel();
        model.setCreatedDate(now);
        CredentialModel created = credentials().createStoredCredential(BackupCodeCredential.write(fresh.set(), model));
        return new Renewed(created.getId(), fresh.codes());
    }

    /**
     * The user has the codes of this set now; of two sets made at the same moment, it is the one that counts.
     *
     * @return false where the set has ended
     */
    boolean markSaved(String credentialId) {
        boolean marked = change(credentialId, set -> Optional.of(set.asSaved())).isPresent();
        if (marked) {
            endAllBut(credentialId);
        }
        return marked;
    }

    private void endAllBut(String credentialId) {
        List<String> ended = credentials()
                .getStoredCredentialsByTypeStream(TYPE)
                .map(CredentialModel::getId)
                .filter(id -> !id.equals(credentialId))
                .filter(lock::take)
                .toList();
        ended.forEach(credentials()::removeStoredCredentialById);
    }

    /** Reads and writes a set as one step: what another request has used up stays used up. */
    private Optional<BackupCodeSet> change(String credentialId, Function<BackupCodeSet, Optional<BackupCodeSet>> to) {
        if (!lock.take(credentialId)) {
            return Optional.empty();
        }
        CredentialModel model = credentials().getStoredCredentialById(credentialId);
        Optional<BackupCodeSet> changed = Optional.ofNullable(model)
                .filter(stored -> TYPE.equals(stored.getType()))
                .flatMap(BackupCodeCredential::of)
                .flatMap(to);
        changed.ifPresent(set -> credentials().updateStoredCredential(BackupCodeCredential.write(set, model)));
        return changed;
    }

    private Optional<CredentialModel> stored() {
        return credentials().getStoredCredentialsByTypeStream(TYPE).findFirst();
    }

    private SubjectCredentialManager credentials() {
        return user.credentialManager();
    }
}
