package io.strongroom.admin.ownaccount;

import io.strongroom.factor.FailureRow;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.facts.GraceStart;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Method;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.TrustedProvider;
import io.strongroom.policy.store.NamedRole;
import io.strongroom.policy.store.PolicyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The data that determines whether a user is asked for a second factor, and for which one.
 *
 * @param exempt       whether the user has an exempt role
 * @param required     whether the user has a role that requires a second factor
 * @param held         whether a role holds the user to special methods
 * @param accepted     the methods that the tenant accepts from the user
 * @param credentials  all credentials except passwords, by id
 * @param numbers      phone numbers that an administrator or a directory maintains for the user
 * @param administered ids of the data rooms the user administers; the value is true if the room's rule is enforced
 * @param links        links to trusted identity providers
 * @param memberships  the user's organizations and what their policies say about the user's roles
 */
record OwnFactorState(
        boolean exempt,
        boolean required,
        boolean held,
        Set<Method> accepted,
        Map<String, Stored> credentials,
        List<String> numbers,
        Map<String, Boolean> administered,
        Set<String> links,
        Memberships memberships) {

    private static final Set<String> PASSWORDS =
            Set.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY);

    /** @param tenancy the policies with the roles and the trusted providers */
    static OwnFactorState of(KeycloakSession session, RealmModel realm, UserModel user, Tenancy tenancy) {
        TenantPolicy tenant = tenancy.realm();
        PolicyStore policies = new PolicyStore(session, realm);
        Predicate<String> hasRole = name -> NamedRole.isHeld(session, realm, name, user);
        Optional<Set<Method>> heldTo = tenant.roleMethods().of(hasRole);
        return new OwnFactorState(
                tenant.roles().exempt().stream().anyMatch(hasRole),
                tenant.roles().required().stream().anyMatch(hasRole),
                heldTo.isPresent(),
                heldTo.orElse(tenant.methods()),
                credentialsOf(user),
                new PhoneNumberAttribute(session, user).profileValues(),
                policies.roomsOf(user).stream()
                        .filter(Room::administrator)
                        .collect(
                                Collectors.toMap(Room::id, room -> room.policy().enforced())),
                linksOf(session, realm, user, tenancy),
                Memberships.of(policies.organizationIdsOf(user), tenancy, hasRole));
    }

    private static Map<String, Stored> credentialsOf(UserModel user) {
        Map<String, Stored> credentials = new HashMap<>();
        user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> !PASSWORDS.contains(credential.getType()))
                .forEach(credential -> credentials.put(credential.getId(), Stored.of(credential)));
        return credentials;
    }

    /** A stored credential, reduced to the data that affects a login. */
    record Stored(String type, String content) {

        /**
         * Credential types that a concurrent login of the same user may add, because they never reduce the
         * requirements.
         */
        private static final Set<String> ADDED_BY_LOGIN = Set.of(FailureRow.TYPE, GraceStart.TYPE);

        /** Credential types that a concurrent login of the same user may remove. */
        private static final Set<String> REMOVED_BY_LOGIN = Set.of(RememberedBrowsers.TYPE);

        private static Stored of(CredentialModel credential) {
            return new Stored(
                    credential.getType(),
                    String.join(
                            "\n",
                            String.valueOf(credential.getCreatedDate()),
                            String.valueOf(credential.getCredentialData()),
                            String.valueOf(credential.getSecretData())));
        }

        boolean mayBeAdded() {
            return ADDED_BY_LOGIN.contains(type);
        }

        boolean mayBeRemoved() {
            return REMOVED_BY_LOGIN.contains(type);
        }
    }

    private static Set<String> linksOf(KeycloakSession session, RealmModel realm, UserModel user, Tenancy tenancy) {
        Set<String> trusted = Stream.concat(
                        Stream.of(tenancy.realm()),
                        tenancy.organizations().stream()
                                .map(rule -> rule.in(tenancy.realm()).policy()))
                .flatMap(policy -> policy.trustedProviders().stream())
                .map(TrustedProvider::alias)
                .collect(Collectors.toSet());
        return trusted.isEmpty()
                ? Set.of()
                : session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .filter(link -> trusted.contains(link.getIdentityProvider()))
                        .map(OwnFactorState::nameOf)
                        .collect(Collectors.toSet());
    }

    private static String nameOf(FederatedIdentityModel link) {
        return link.getIdentityProvider() + "\n" + link.getUserId();
    }

    /**
     * Returns whether the user is asked for fewer factors than before, or for a different one. Users must not make
     * such a change to their own account.
     */
    boolean isEasierThan(OwnFactorState before) {
        return exempt && !before.exempt
                || before.required && !required
                || before.held && !held
                || weakest() < before.weakest()
                || hasOtherCredentials(before)
                || !numbers.equals(before.numbers)
                || !before.links.containsAll(links)
                || memberships.areEasierThan(before.memberships)
                || administered.entrySet().stream()
                        .anyMatch(room -> room.getValue() && !before.administered.containsKey(room.getKey()));
    }

    private int weakest() {
        return accepted.stream().mapToInt(Method::strength).min().orElse(0);
    }

    private boolean hasOtherCredentials(OwnFactorState before) {
        Map<String, Stored> added = new HashMap<>(credentials);
        added.entrySet().removeAll(before.credentials.entrySet());
        Map<String, Stored> removed = new HashMap<>(before.credentials);
        removed.entrySet().removeAll(credentials.entrySet());
        boolean isChanged = added.keySet().stream().anyMatch(removed::containsKey);
        return isChanged
                || !added.values().stream().allMatch(Stored::mayBeAdded)
                || !removed.values().stream().allMatch(Stored::mayBeRemoved);
    }

    /** Returns a text without numbers or secrets, so that logs contain neither. */
    @Override
    public String toString() {
        return "factor state of an administrator";
    }
}
