package io.strongroom.admin.policy;

import io.strongroom.admin.request.FieldError;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.owner.Owners;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.TrustedProvider;
import io.strongroom.policy.store.NamedRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Checks that the roles, identity providers and gateway in a policy exist. If the owners' role were misspelt, the
 * tenant could require a factor without a check of any owner. Default names need not exist.
 */
final class References {

    private static final String OWNER_ROLE = "ownerRole";
    private static final String OWNERS = "a role, or the path of a group of the organization";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Owners owners;
    private final TenantPolicy.Roles defaults = TenantPolicy.parse(name -> null).roles();

    /** @param owners the owners that the policy names */
    References(KeycloakSession session, RealmModel realm, Owners owners) {
        this.owners = owners;
        this.session = session;
        this.realm = realm;
    }

    List<FieldError> missing(TenantPolicy tenant) {
        List<FieldError> errors = new ArrayList<>();
        roles("requiredRoles", tenant.roles().required(), defaults.required(), errors);
        roles("exemptRoles", tenant.roles().exempt(), defaults.exempt(), errors);
        roles("roleMethods", tenant.roleMethods().byRole().keySet(), Set.of(), errors);
        owners(tenant.roles().owner()).ifPresent(errors::add);
        tenant.trustedProviders().stream()
                .map(TrustedProvider::alias)
                .filter(alias -> session.identityProviders().getByAlias(alias) == null)
                .map(alias -> new FieldError("trustedProviders", "strongroomAdminNoProvider", FieldError.shown(alias)))
                .forEach(errors::add);
        Stream.ofNullable(tenant.sms().gateway())
                .filter(id -> session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class, id) == null)
                .map(id -> new FieldError("sms.gateway", "strongroomAdminNoGateway", FieldError.shown(id)))
                .forEach(errors::add);
        return errors;
    }

    private Optional<FieldError> owners(String named) {
        if (named.equals(defaults.owner()) || owners.areNamed()) {
            return Optional.empty();
        }
        return Optional.of(
                named.startsWith("/")
                        ? new FieldError(OWNER_ROLE, "strongroomAdminNotAllowed", FieldError.shown(named), OWNERS)
                        : new FieldError(OWNER_ROLE, "strongroomAdminNoRole", FieldError.shown(named)));
    }

    private void roles(String field, Collection<String> named, Set<String> defaults, List<FieldError> errors) {
        named.stream()
                .filter(name -> !defaults.contains(name))
                .filter(name -> NamedRole.of(session, realm, name).isEmpty())
                .map(name -> new FieldError(field, "strongroomAdminNoRole", FieldError.shown(name)))
                .forEach(errors::add);
    }
}
