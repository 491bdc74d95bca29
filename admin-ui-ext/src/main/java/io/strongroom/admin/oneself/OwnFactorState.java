package io.strongroom.admin.oneself;

import io.strongroom.factor.FailureRow;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.facts.GraceMemory;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.TrustedProvider;
import io.strongroom.policy.store.PolicyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What decides whether, and for what, a user is asked.
 *
 * @param exempt       whether they hold a role that exempts
 * @param required     whether they hold a role that requires
 * @param credentials  by id, all but passwords
 * @param numbers      that an administrator or a directory keeps for them
 * @param administered ids of the data rooms they administer, true where the room enforces
 * @param links        to identity providers whose own second factor counts
 */
record OwnFactorState(
        boolean exempt,
        boolean required,
        Map<String, Stored> credentials,
        List<String> numbers,
        Map<String, Boolean> administered,
        Set<String> links) {

    private static final Set<String> PASSWORDS =
            Set.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY);

    /** @param tenant whose names of roles and providers count */
    static OwnFactorState of(KeycloakSession session, RealmModel realm, UserModel user, TenantPolicy tenant) {
        Predicate<String> holds = name -> {
            var role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            return role != null && user.hasRole(role);
        };
        return new OwnFactorState(
                tenant.roles().exempt().stream().anyMatch(holds),
                tenant.roles().required().stream().anyMatch(holds),
                credentialsOf(user),
                new PhoneNumberAttribute(session, user).vouchedValues(),
                new PolicyStore(session, realm)
                        .roomsOf(user).stream()
                                .filter(Room::administrator)
                                .collect(Collectors.toMap(
                                        Room::id, room -> room.policy().enforced())),
                linksOf(session, realm, user, tenant));
    }

    private static Map<String, Stored> credentialsOf(UserModel user) {
        Map<String, Stored> credentials = new HashMap<>();
        user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> !PASSWORDS.contains(credential.getType()))
                .forEach(credential -> credentials.put(credential.getId(), Stored.of(credential)));
        return credentials;
    }

    /** A credential, with all of its content that decides anything. */
    record Stored(String type, String content) {

        /** What a login adds by itself, and nobody is asked less for: the user may log in meanwhile. */
        private static final Set<String> MAY_COME = Set.of(FailureRow.TYPE, GraceMemory.TYPE);

        /** What a login removes by itself. */
        private static final Set<String> MAY_GO = Set.of(RememberedBrowsers.TYPE);

        private static Stored of(CredentialModel credential) {
            return new Stored(
                    credential.getType(),
                    String.join(
                            "\n",
                            String.valueOf(credential.getCreatedDate()),
                            String.valueOf(credential.getCredentialData()),
                            String.valueOf(credential.getSecretData())));
        }

        boolean mayCome() {
            return MAY_COME.contains(type);
        }

        boolean mayGo() {
            return MAY_GO.contains(type);
        }
    }

    private static Set<String> linksOf(KeycloakSession session, RealmModel realm, UserModel user, TenantPolicy tenant) {
        Set<String> trusted =
                tenant.trustedProviders().stream().map(TrustedProvider::alias).collect(Collectors.toSet());
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

    /** Whether less is asked than before, or something else: what its user must not bring about by themselves. */
    boolean isEasierThan(OwnFactorState before) {
        return exempt && !before.exempt
                || before.required && !required
                || hasOtherCredentials(before)
                || !numbers.equals(before.numbers)
                || !before.links.containsAll(links)
                || administered.entrySet().stream()
                        .anyMatch(room -> room.getValue() && !before.administered.containsKey(room.getKey()));
    }

    private boolean hasOtherCredentials(OwnFactorState before) {
        Map<String, Stored> come = new HashMap<>(credentials);
        come.entrySet().removeAll(before.credentials.entrySet());
        Map<String, Stored> gone = new HashMap<>(before.credentials);
        gone.entrySet().removeAll(credentials.entrySet());
        boolean isChanged = come.keySet().stream().anyMatch(gone::containsKey);
        return isChanged
                || !come.values().stream().allMatch(Stored::mayCome)
                || !gone.values().stream().allMatch(Stored::mayGo);
    }

    /** Keeps numbers and secrets out of logs. */
    @Override
    public String toString() {
        return "standing of an administrator";
    }
}
