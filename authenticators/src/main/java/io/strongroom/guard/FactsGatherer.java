package io.strongroom.guard;

import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Passed;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Collects what a decision rests on. It runs at every login of a realm with a policy, so it asks only what can matter. */
final class FactsGatherer {

    private FactsGatherer() {}

    static Facts gather(KeycloakSession session, RealmModel realm, AuthenticationSessionModel login, UserModel user) {
        PolicyStore policies = new PolicyStore(session, realm);
        TenantPolicy tenant = policies.tenant();
        List<Room> rooms = policies.roomsOf(user);
        boolean nobodyAsks = tenant.enforcement() == Enforcement.OFF
                && rooms.stream().noneMatch(room -> room.policy().enforced());
        return nobodyAsks
                ? new Facts(tenant, rooms, List.of(), List.of())
                : new Facts(tenant, rooms, factors(user), passed(session, login, user));
    }

    private static List<Factor> factors(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .map(FactsGatherer::factor)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Factor> factor(CredentialModel model) {
        return switch (model.getType()) {
            case SmsCredential.TYPE ->
                SmsCredential.of(model)
                        .filter(SmsCredential::isTrusted)
                        .map(number -> new Factor(Method.SMS, number.id(), number.dataRoom()));
            case OTPCredentialModel.TYPE -> Optional.of(new Factor(Method.TOTP, model.getId(), null));
            default -> Optional.empty();
        };
    }

    private static List<Passed> passed(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        Stream<Passed> here = new PassedFactors(session, login, user)
                .all().stream()
                        .flatMap(passed -> Method.ofCredentialType(passed.type())
                                .map(method -> new Passed(method, passed.credentialId()))
                                .stream());
        Stream<Passed> byTheFlow = AuthenticatorUtil.getAuthnCredentials(login).stream()
                .filter(OTPCredentialModel.TYPE::equals)
                .map(type -> new Passed(Method.TOTP, null));
        return Stream.concat(here, byTheFlow).toList();
    }
}
