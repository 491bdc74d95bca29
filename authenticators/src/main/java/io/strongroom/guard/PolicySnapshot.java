package io.strongroom.guard;

import io.strongroom.log.Log;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.RuledOrganizations;
import io.strongroom.policy.store.TenantPolicyWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * A copy of the realm's policy and those of its organizations in the guard's configuration, which updates of the realm
 * or an organization do not overwrite. Used to detect a lost policy and report it in the log, as an admin event and as a
 * health finding.
 */
final class PolicySnapshot {

    private static final Log LOG = Log.of(PolicySnapshot.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    PolicySnapshot(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * Reports policies that are in the copy, but no longer in the realm or organization, or whose enforcement is missing
     * there. Must be called before the guard can be unregistered.
     */
    void reportLoss() {
        guard().ifPresent(guard -> {
            PolicyCopies copies = PolicyCopies.in(guard.getConfig());
            reportLossOfRealm(copies.ofRealm());
            reportLossOfOrganizations(copies.ofOrganizations());
        });
    }

    private void reportLossOfRealm(Map<String, String> before) {
        if (MissingPolicy.isLost(before, realm)) {
            new MissingPolicy(before, clock.instant()).storeIn(realm);
            LOG.warnf(
                    "realm %s: the two-factor policy was deleted, or its enforcement attribute was emptied",
                    realm.getName());
            new LossEvent(session, realm, clock).emit("two-factor/policy", before);
        }
    }

    private void reportLossOfOrganizations(Map<String, Map<String, String>> before) {
        Map<String, Map<String, String>> reported = new TreeMap<>();
        MissingPolicy.organizations(realm)
                .forEach(id -> reported.put(
                        id,
                        MissingPolicy.of(realm, id)
                                .map(MissingPolicy::attributes)
                                .orElse(Map.of())));
        Set<String> stillLost = lost(reported);
        reported.keySet().stream().filter(id -> !stillLost.contains(id)).forEach(id -> MissingPolicy.forget(realm, id));
        lost(before).forEach(id -> reportLoss(id, before.get(id)));
    }

    /** Returns the ids of those organizations that still exist but have lost the policy in the map. */
    private Set<String> lost(Map<String, Map<String, String>> before) {
        RuledOrganizations organizations = new RuledOrganizations(session, realm);
        Map<String, Map<String, String>> now = organizations.rules().stream()
                .collect(Collectors.toMap(OrganizationRule::id, OrganizationRule::attributes));
        return organizations.existing(before.keySet().stream()
                .filter(id -> MissingPolicy.isLost(before.get(id), now.get(id)))
                .toList());
    }

    private void reportLoss(String organizationId, Map<String, String> before) {
        new MissingPolicy(before, clock.instant()).storeOf(organizationId, realm);
        LOG.warnf("realm %s: the two-factor policy of organization %s was deleted", realm.getName(), organizationId);
        new LossEvent(session, realm, clock).emit("two-factor/organizations/" + organizationId + "/policy", before);
    }

    /** Updates the copy. Must be called after the guard has been registered. */
    void update() {
        guard().ifPresent(guard -> write(
                guard,
                PolicyCopies.of(
                        new TenantPolicyWriter(session, realm).stored(),
                        new RuledOrganizations(session, realm).rules())));
    }

    /** Removes the copy of an organization's policy, because Strongroom itself replaces or removes the policy. */
    void forget(String organizationId) {
        guard().ifPresent(
                        guard -> write(guard, PolicyCopies.in(guard.getConfig()).without(organizationId)));
    }

    private void write(RequiredActionProviderModel guard, PolicyCopies copies) {
        Map<String, String> config = copies.asConfig();
        if (!config.equals(guard.getConfig())) {
            guard.setConfig(config);
            realm.updateRequiredActionProvider(guard);
        }
    }

    private Optional<RequiredActionProviderModel> guard() {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID));
    }
}
