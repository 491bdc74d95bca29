package io.strongroom.factor.backupcode;

import io.strongroom.context.UserContext;
import io.strongroom.factor.CredentialRows;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A user's backup codes. A user has one set at a time, and each code can be used once. */
public final class BackupCodes {

    /** Credential type of a set. */
    public static final String TYPE = "backup-codes";

    private static final String PUT_OFF = "strongroom.backup-codes.later";
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CodeHasher HASHER = new Pbkdf2();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final CredentialRows rows;
    private final RecoveryCodes recoveryCodes;

    public BackupCodes(UserContext context) {
        this.session = context.session();
        this.realm = context.realm();
        this.user = context.user();
        this.rows = new CredentialRows(session, user);
        this.recoveryCodes = new RecoveryCodes(context);
    }

    /** Returns the number of unused codes. */
    public int left() {
        return set().map(BackupCodeSet::left).orElse(0);
    }

    /** Returns the number of unused codes in a stored set; 0 if the set is unreadable. */
    public static int left(CredentialModel stored) {
        return BackupCodeCredential.of(stored).map(BackupCodeSet::left).orElse(0);
    }

    /**
     * Returns whether the user should get codes: the tenant issues codes, and the user has neither a saved set with
     * unused codes nor enough of Keycloak's recovery codes.
     */
    public boolean needsSet(TenantPolicy policy) {
        return policy.backupCodes() > 0
                && !recoveryCodes.suffice()
                && !set().filter(BackupCodeSet::saved)
                        .filter(set -> set.left() > 0)
                        .isPresent();
    }

    /**
     * Returns whether the user has not confirmed saving the codes they were shown, and the tenant still issues codes.
     */
    public boolean isUnsaved() {
        return set().filter(set -> !set.saved()).isPresent()
                && new PolicyStore(session, realm).tenant().backupCodes() > 0;
    }

    /**
     * Returns whether this login should offer new codes because three or fewer are left, or three or fewer of Keycloak's
     * recovery codes if the user has no others. False if the tenant no
     * longer issues codes, or if the user chose "not now" in this login: Keycloak reevaluates required actions after
     * each one, so the login would never end.
     */
    public boolean isRunningLow() {
        return !isPutOff(session.getContext().getAuthenticationSession())
                && set().map(BackupCodeSet::isRunningLow).orElseGet(recoveryCodes::isRunningLow)
                && new PolicyStore(session, realm).tenant().backupCodes() > 0;
    }

    /** Records that the user declined new codes in this login. */
    void putOff(AuthenticationSessionModel login) {
        login.setAuthNote(PUT_OFF, "true");
    }

    private static boolean isPutOff(AuthenticationSessionModel login) {
        return login != null && login.getAuthNote(PUT_OFF) != null;
    }

    /** Returns the credential id of the current set; empty if there is none. */
    Optional<String> credentialId() {
        return stored().map(CredentialModel::getId);
    }

    Optional<BackupCodeSet> set() {
        return stored().flatMap(BackupCodeCredential::of);
    }

    /**
     * An accepted code that is now used up.
     *
     * @param credentialId credential id of the code's set
     * @param left         number of unused codes
     */
    record Used(String credentialId, int left) {}

    /**
     * Verifies a code and uses it up. Accepts only one of several parallel entries of the same code. Returns empty
     * if the code is not accepted.
     */
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

    /** Marks the code as used. The mark remains even after a rollback. */
    private boolean claim(String credentialId, String hash) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        return store.claim("backup-code:" + realm.getId() + ":" + credentialId + ":" + hash, REMEMBERED);
    }

    /**
     * A newly created set.
     *
     * @param credentialId credential id of the new set
     * @param codes        the plaintext codes
     */
    record Renewed(String credentialId, List<BackupCode> codes) {}

    /** Creates a new set and removes the previous one. */
    Renewed renew(int count, long now) {
        endSets(id -> true);
        BackupCodeSet.Fresh fresh = BackupCodeSet.generate(count, RANDOM, HASHER);
        CredentialModel model = new CredentialModel();
        model.setCreatedDate(now);
        CredentialModel created = credentials().createStoredCredential(BackupCodeCredential.write(fresh.set(), model));
        return new Renewed(created.getId(), fresh.codes());
    }

    /**
     * Records that the user has saved this set's codes. They replace any set created in parallel and Keycloak's recovery
     * codes.
     *
     * @return false if the set no longer exists
     */
    boolean markSaved(String credentialId) {
        boolean marked = change(credentialId, set -> Optional.of(set.asSaved())).isPresent();
        if (marked) {
            endSets(id -> !id.equals(credentialId));
            recoveryCodes.remove();
        }
        return marked;
    }

    private void endSets(Predicate<String> condition) {
        List<String> ended = credentials()
                .getStoredCredentialsByTypeStream(TYPE)
                .map(CredentialModel::getId)
                .filter(condition)
                .filter(rows::lock)
                .toList();
        ended.forEach(credentials()::removeStoredCredentialById);
    }

    /** Reads and writes a set under a lock, so that codes used up by a parallel request stay used. */
    private Optional<BackupCodeSet> change(String credentialId, Function<BackupCodeSet, Optional<BackupCodeSet>> to) {
        if (!rows.lock(credentialId)) {
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
