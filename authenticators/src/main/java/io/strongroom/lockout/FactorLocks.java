package io.strongroom.lockout;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Factor;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.Factors;
import io.strongroom.factor.FailureRow;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.sms.SmsCredential;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Lists and unlocks a user's factors that are locked after 100 consecutive wrong entries (security 8). Factors are
 * identified by credential type: {@code sms-otp}, {@code otp}, {@code backup-codes} and Keycloak's
 * {@code recovery-authn-codes}.
 */
public final class FactorLocks {

    private static final Set<String> CODES = Set.of(BackupCodes.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);

    private final UserContext context;
    private final FactorEntries entries;

    /** @param context the user, who must belong to the realm in the session's context */
    public FactorLocks(UserContext context) {
        this.context = context;
        this.entries = new FactorEntries(context);
    }

    /** Returns the locked credential types, sorted. */
    public Set<String> locked() {
        Set<String> locked = new TreeSet<>();
        Stream.concat(Factors.all().stream().map(Factor::type), CODES.stream())
                .filter(this::isLocked)
                .forEach(locked::add);
        return locked;
    }

    /** Checks whether any of the user's current numbers, apps or sets of codes of this type is locked. */
    public boolean isLocked(String type) {
        return authenticators(type).anyMatch(authenticator -> entries.isLocked(type, authenticator));
    }

    /**
     * Resets the failure counts of this type, so that the user can try again immediately.
     *
     * @return whether the type was locked
     */
    public boolean unlock(String type) {
        boolean wasLocked = isLocked(type);
        List<String> rows = context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(FailureRow.TYPE)
                .filter(model -> isOf(type, model))
                .map(CredentialModel::getId)
                .toList();
        rows.forEach(context.user().credentialManager()::removeStoredCredentialById);
        authenticators(type).forEach(authenticator -> entries.forget(type, authenticator));
        return wasLocked;
    }

    /**
     * Returns the failure counts for numbers that the user no longer has. A number that is set up again starts from
     * zero.
     */
    Stream<CredentialModel> ofRemovedNumbers() {
        Set<String> current = authenticators(SmsCredential.TYPE).collect(Collectors.toSet());
        return context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(FailureRow.TYPE)
                .filter(model -> isOf(SmsCredential.TYPE, model))
                .filter(model -> FailureRow.of(model)
                        .map(FailureRow::authenticator)
                        .filter(current::contains)
                        .isEmpty());
    }

    private static boolean isOf(String type, CredentialModel model) {
        return FailureRow.of(model).map(FailureRow::factor).filter(type::equals).isPresent();
    }

    private Stream<String> authenticators(String type) {
        return Factors.ofCredentialType(type)
                .map(factor -> factor.lockKeys(context))
                .orElseGet(() -> Stream.of(type)
                        .filter(CODES::contains)
                        .flatMap(context.user().credentialManager()::getStoredCredentialsByTypeStream)
                        .map(CredentialModel::getId));
    }
}
