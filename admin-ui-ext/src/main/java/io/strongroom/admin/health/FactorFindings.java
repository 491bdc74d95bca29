package io.strongroom.admin.health;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.webauthn.KeyKind;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Findings about accepted methods that users cannot set up, or that count for less than the policy says. */
final class FactorFindings {

    private static final String ROLE_METHODS = "twoFactor.roleMethods";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    FactorFindings(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
    }

    /** Returns the finding about role methods that have no effect. */
    Optional<Finding> ineffective() {
        boolean isIneffective = tenant.enforcement() == Enforcement.OFF
                && !tenant.roleMethods().byRole().isEmpty();
        return isIneffective
                ? Optional.of(
                        Finding.warning(
                                ROLE_METHODS,
                                "Roles are held to special methods, but the tenant's policy is off, so nobody is asked for them. Set twoFactor.enforcement to optional or required, or remove the role methods"))
                : Optional.empty();
    }

    Stream<Finding> all() {
        return Stream.of(roles(), actions(), passkeys().stream()).flatMap(findings -> findings);
    }

    private Stream<Finding> roles() {
        return tenant.roleMethods().byRole().entrySet().stream()
                .filter(role -> role.getValue().stream().map(Factors::of).noneMatch(this::canBeHad))
                .map(this::unreachable);
    }

    private Finding unreachable(Map.Entry<String, Set<Method>> role) {
        return Finding.error(
                ROLE_METHODS,
                "The role %s accepts only methods that nobody can set up on this server: %s. Until this is fixed, users of the role without such a factor cannot log in. Enable the feature web-authn on the server, or accept another method"
                        .formatted(role.getKey(), words(role.getValue())));
    }

    private static String words(Set<Method> methods) {
        return String.join(", ", methods.stream().sorted().map(Method::word).toList());
    }

    /** Returns whether users can set up the factor, or have it without a set-up. */
    private boolean canBeHad(Factor factor) {
        return factor.setUpAction().map(this::exists).orElse(true);
    }

    private boolean exists(String action) {
        return session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, action) != null;
    }

    /** Reports disabled set-up actions: the account page offers only factors whose action is enabled. */
    private Stream<Finding> actions() {
        return Factors.all().stream()
                .filter(factor -> tenant.accepts(factor.method()))
                .flatMap(factor -> factor.setUpAction().stream()
                        .filter(action -> !isEnabled(action))
                        .map(action -> disabled(action, factor.method())));
    }

    private static Finding disabled(String action, Method method) {
        return Finding.warning(
                "required action " + action,
                "The method %s is accepted, but the required action that sets it up is disabled, so the account page does not offer it. Enable the action, or do not accept the method"
                        .formatted(method.word()));
    }

    private boolean isEnabled(String action) {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(action))
                .filter(RequiredActionProviderModel::isEnabled)
                .isPresent();
    }

    private Optional<Finding> passkeys() {
        boolean isVerified = Constants.WEBAUTHN_POLICY_OPTION_REQUIRED.equals(
                realm.getWebAuthnPolicyPasswordless().getUserVerificationRequirement());
        return isVerified || !tenant.accepts(KeyKind.PASSKEY.method())
                ? Optional.empty()
                : Optional.of(
                        Finding.warning(
                                "WebAuthn passwordless policy",
                                "Passkeys are accepted, but the realm's policy for them does not require user verification. A passkey without verification counts as a security key. Set user verification to required"));
    }
}
