package io.strongroom.factor;

import io.strongroom.throttle.FailureStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Stores consecutive failures as one of the user's credentials. They survive restarts, work for users from a
 * read-only directory, and an administrator can unlock the factor by removing the credential. Each change runs in its
 * own transaction.
 */
public final class StoredFailures implements FailureStore {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String factor;
    private final String authenticator;
    private final Clock clock;

    /**
     * @param factor        credential type of the factor
     * @param authenticator the counter's key; a new authenticator starts from zero
     */
    public StoredFailures(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            String factor,
            String authenticator,
            Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.factor = factor;
        this.authenticator = authenticator;
        this.clock = clock;
    }

    @Override
    public int count() {
        return sum(own(user.credentialManager().getStoredCredentialsByTypeStream(FailureRow.TYPE)));
    }

    @Override
    public int add() {
        return FailureRows.change(session, realm, user, this::addTo);
    }

    /** Adds a failure. Parallel first failures may create two rows; the next failure merges them. */
    private int addTo(FailureRows rows) {
        List<CredentialModel> own = own(rows.lock().stream()).toList();
        if (own.isEmpty()) {
            CredentialModel model = new CredentialModel();
            model.setCreatedDate(clock.millis());
            rows.create(new FailureRow(factor, authenticator, 1).into(model));
            return 1;
        }
        int failures = sum(own.stream()) + 1;
        rows.update(new FailureRow(factor, authenticator, failures).into(own.get(0)));
        own.stream().skip(1).forEach(rows::remove);
        return failures;
    }

    /**
     * Removes these failures and those of the factor's other authenticators that are not locked: a code from the
     * user's second app counts as wrong for the first.
     */
    @Override
    public void clear() {
        FailureRows.change(session, realm, user, this::clear);
    }

    private int clear(FailureRows rows) {
        List<CredentialModel> cleared = rows.lock().stream()
                .filter(model -> FailureRow.of(model).filter(this::isCleared).isPresent())
                .toList();
        cleared.forEach(rows::remove);
        return cleared.size();
    }

    private boolean isCleared(FailureRow row) {
        return row.isOf(factor, authenticator) || (factor.equals(row.factor()) && !row.locks());
    }

    private Stream<CredentialModel> own(Stream<CredentialModel> models) {
        return models.filter(model -> FailureRow.of(model)
                .filter(row -> row.isOf(factor, authenticator))
                .isPresent());
    }

    private static int sum(Stream<CredentialModel> models) {
        return models.map(FailureRow::of)
                .flatMap(Optional::stream)
                .mapToInt(FailureRow::failures)
                .sum();
    }
}
