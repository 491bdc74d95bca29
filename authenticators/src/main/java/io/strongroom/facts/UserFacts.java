package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Factor.Held;
import io.strongroom.factor.Factor.Holder;
import io.strongroom.factor.Factors;
import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.policy.AppliedPolicy;
import io.strongroom.policy.AppliedPolicy.Asking;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.Facts.User;
import io.strongroom.policy.Method;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.RoleMethods;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.NamedRole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Reads the user's roles and factors. */
final class UserFacts {

    private final UserContext context;
    private final List<CredentialModel> credentials;
    private final Tenancy tenancy;
    private final AppliedPolicy applied;
    private final Optional<Set<Method>> heldTo;
    private final Optional<BeforeLink> before;
    private final List<Held> held;

    /**
     * @param credentials all credentials of the user
     * @param rooms       the user's data rooms
     * @param login       the login in which the user's factors would be used, if any
     */
    UserFacts(
            UserContext context,
            List<CredentialModel> credentials,
            Tenancy tenancy,
            List<Room> rooms,
            Optional<AuthenticationSessionModel> login) {
        this.context = context;
        this.credentials = credentials;
        this.tenancy = tenancy;
        this.before = UnprovenLinks.among(credentials).before();
        this.applied = tenancy.applied(this::isExempt, this::holdsAny);
        this.heldTo = heldTo();
        Holder holder = new Holder(context, credentials, accepted(rooms), login);
        this.held = Factors.all().stream().map(factor -> factor.held(holder)).toList();
    }

    private Optional<Set<Method>> heldTo() {
        RoleMethods byRole = applied.policy().roleMethods();
        return before.map(BeforeLink::roles)
                .map(roles -> byRole.strictest(
                        roles::contains, this::holds, applied.policy().methods(), applied.organizations()))
                .orElseGet(() -> byRole.of(this::holds, applied.organizations()));
    }

    /** Users who were not exempt before an unproven link are not exempt from any policy. */
    private boolean isExempt(Set<String> roles) {
        return before.map(BeforeLink::exempt).orElse(true) && holdsAny(roles);
    }

    /**
     * The methods of every role and tenant count, even if another one is stricter: the password must not be enough to set up
     * a stronger factor.
     */
    private Set<Method> accepted(List<Room> rooms) {
        return Stream.of(
                        heldTo.orElse(Set.of()).stream(),
                        applied.policy().roleMethods().heldBy(this::holds).stream()
                                .flatMap(Set::stream),
                        tenancy.methods(),
                        rooms.stream().flatMap(room -> room.policy().methods().stream()))
                .flatMap(methods -> methods)
                .collect(Collectors.toSet());
    }

    /** Returns the policy that applies to the user. */
    TenantPolicy tenant() {
        return applied.policy();
    }

    /**
     * Returns the tenants whose policies ask the user. A role that required a factor before an unproven link counts for all
     * of them.
     *
     * @param facts the user's facts
     */
    List<Asking> askedBy(Facts facts) {
        return applied.askedBy(requiredBefore() || PolicyEvaluator.asksIfOptional(facts));
    }

    private boolean requiredBefore() {
        return before.filter(BeforeLink::required).isPresent();
    }

    /** Returns the user's facts. While a link is unproven, the user's roles from before the link apply. */
    User user() {
        return new User(
                applied.required() || requiredBefore(),
                applied.exempt(),
                unusable(),
                GraceStart.since(credentials),
                heldTo);
    }

    private boolean holdsAny(Set<String> roles) {
        return roles.stream().anyMatch(this::holds);
    }

    private boolean holds(String role) {
        return NamedRole.isHeld(context.session(), context.realm(), role, context.user());
    }

    private Unusable unusable() {
        return held.stream().map(Held::unusable).max(Comparator.naturalOrder()).orElse(Unusable.NONE);
    }

    /** Returns the stored factors in the user's order, followed by those that are not stored as credentials. */
    List<Factor> factors() {
        List<String> order = credentials.stream().map(CredentialModel::getId).toList();
        return held.stream()
                .flatMap(each -> each.factors().stream())
                .sorted(Comparator.comparingInt(factor -> position(order.indexOf(factor.credentialId()))))
                .toList();
    }

    private static int position(int index) {
        return index < 0 ? Integer.MAX_VALUE : index;
    }
}
