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
 * Failures in a row, kept as a credential of the user: it outlives restarts, works for users of a read-only directory, and an
 * administrator ends it by removing it. Each change is a transaction of its own.
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
     * @param authenticator what of that factor is guessed at: another one, bound later, starts from zero
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
    public int known() {
        return sum(own(user.credentialManager().getStoredCredentialsByTypeStream(FailureRow.TYPE)));
    }

    @Override
    public int add() {
        return FailureRows.change(session, realm, user, this::addTo);
    }

    /** Two requests that find no row make two: the next makes one of them. */
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
     * Forgets these and, so that a code of the user's second app is not held against the first, those of others of the factor
     * that have locked nothing.
     */
    @Override
    public void clear() {
        FailureRows.change(session, realm, user, this::clearIn);
    }

    private int clearIn(FailureRows rows) {
        List<CredentialModel> forgiven = rows.lock().stream()
                .filter(model -> FailureRow.of(model).filter(this::isForgiven).isPresent())
                .toList();
        forgiven.forEach(rows::remove);
        return forgiven.size();
    }

    private boolean isForgiven(FailureRow row) {
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
