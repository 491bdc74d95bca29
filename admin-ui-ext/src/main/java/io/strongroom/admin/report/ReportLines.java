package io.strongroom.admin.report;

import io.strongroom.admin.query.Organization;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.admin.user.UserSummary;
import io.strongroom.admin.user.VisibleOrganizations;
import io.strongroom.policy.store.PolicyStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes all users as CSV in batches of 200. Each batch has its own session, so only one batch is in memory and no
 * transaction stays open while a slow client reads. The caller must first check that the administrator may view all
 * users.
 */
final class ReportLines {

    private static final int BATCH_SIZE = 200;
    private static final List<String> HEADER = List.of(
            "username",
            "email",
            "firstName",
            "lastName",
            "enabled",
            "status",
            "phoneNumber",
            "required",
            "exempt",
            "backupCodesLeft",
            "lastUsed",
            "factors",
            "organizations");

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final Optional<String> groupId;
    private final Optional<Set<String>> shown;
    private final boolean fullNumbers;
    private final boolean allOrganizations;
    private final Clock clock;

    /**
     * @param groupId id of the group whose members are listed; empty to list all users
     * @param shown   ids of the users whom the administrator may see; empty for all
     */
    ReportLines(AdminRequest request, Optional<String> groupId, Optional<Set<String>> shown) {
        this.groupId = groupId;
        this.shown = shown;
        this.sessions = request.session().getKeycloakSessionFactory();
        this.realmId = request.realm().getId();
        this.fullNumbers = request.access().seesAllNumbers();
        this.allOrganizations = new VisibleOrganizations(request).areAll();
        this.clock = request.clock();
    }

    void write(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(Csv.line(HEADER));
        String last = null;
        List<UserSummary> batch;
        do {
            batch = batchAfter(last);
            for (UserSummary user : batch) {
                if (isShown(user)) {
                    writer.write(line(user));
                }
                last = user.username();
            }
            writer.flush();
        } while (batch.size() == BATCH_SIZE);
    }

    private boolean isShown(UserSummary user) {
        return shown.map(ids -> ids.contains(user.id())).orElse(true);
    }

    /** @param username the last user name in the previous batch, or null to load the first batch */
    private List<UserSummary> batchAfter(String username) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return List.of();
            }
            session.getContext().setRealm(realm);
            return AdminPermissionsSchema.runWithoutAuthorization(session, () -> batchAfter(session, realm, username));
        });
    }

    private List<UserSummary> batchAfter(KeycloakSession session, RealmModel realm, String username) {
        TenantStatusQuery standing =
                new TenantStatusQuery(session, realm, new PolicyStore(session, realm).tenant(), clock.instant());
        List<UserRow> rows =
                new UserPages(session, realm).page(selection(standing).after(username), new Paging(0, BATCH_SIZE));
        return rows.stream()
                .map(row -> UserSummary.of(row, standing.now(), id -> fullNumbers, this::visible))
                .toList();
    }

    private UserSelection selection(TenantStatusQuery standing) {
        UserSelection all = UserSelection.all(standing);
        return groupId.map(group -> all.and(user -> user.memberOf(List.of(group))))
                .orElse(all);
    }

    /** Shows all organizations or none, because permissions for single ones can't be evaluated outside of the request. */
    private List<Organization> visible(List<Organization> organizations) {
        return allOrganizations ? organizations : List.of();
    }

    private static String line(UserSummary user) {
        return Csv.line(Stream.of(
                user.username(),
                user.email(),
                user.firstName(),
                user.lastName(),
                Boolean.toString(user.enabled()),
                user.status(),
                user.phoneNumber(),
                Boolean.toString(user.required()),
                Boolean.toString(user.exempt()),
                Integer.toString(user.backupCodesLeft()),
                user.lastUsed(),
                String.join(" ", user.factors()),
                user.organizations().stream().map(Organization::alias).collect(Collectors.joining(" "))));
    }
}
