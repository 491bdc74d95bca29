package io.strongroom.admin.policy;

import io.strongroom.admin.request.FieldError;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.TrustedProvider;
import io.strongroom.policy.store.NamedRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Checks that the roles, identity providers and gateway in a policy exist. If the owners' role were misspelt, the
 * tenant could require a factor without a check of any owner. Default names need not exist.
 */
final class References {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy.Roles defaults = TenantPolicy.parse(name -> null).roles();

    References(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    List<FieldError> missing(TenantPolicy tenant) {
        List<FieldError> errors = new ArrayList<>();
        roles("requiredRoles", tenant.roles().required(), defaults.required(), errors);
        roles("exemptRoles", tenant.roles().exempt(), defaults.exempt(), errors);
        roles("roleMethods", tenant.roleMethods().byRole().keySet(), Set.of(), errors);
        roles("ownerRole", Set.of(tenant.roles().owner()), Set.of(defaults.owner()), errors);
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

    private void roles(String field, Collection<String> named, Set<String> defaults, List<FieldError> errors) {
        named.stream()
                .filter(name -> !defaults.contains(name))
                .filter(name -> NamedRole.of(session, realm, name).isEmpty())
                .map(name -> new FieldError(field, "strongroomAdminNoRole", FieldError.shown(name)))
                .forEach(errors::add);
    }
}
