package io.strongroom.factor;

import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.SmsRules;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/**
 * The tenant in whose name messages are sent and pages name the account: the realm or, in a login for one of the user's
 * organizations, that organization (X15). It changes no rule.
 *
 * @param sms          the text message settings; all but sender and template are the realm's
 * @param organization empty for the realm
 */
public record LoginTenant(RealmModel realm, SmsRules sms, Optional<OrganizationTenant> organization) {

    /** Finds the tenant of a login. Reads organizations, so it is called only if a message or a page needs the tenant. */
    public static LoginTenant of(LoginStep step) {
        PolicyStore policies = new PolicyStore(step.session(), step.realm());
        Optional<OrganizationTenant> organization = policies.organizationOf(step.login(), step.user());
        SmsRules rules = organization
                .map(found -> found.policy().policy().sms())
                .orElseGet(() -> policies.tenant().sms());
        return new LoginTenant(step.realm(), rules, organization);
    }

    /** Returns the realm itself. */
    public static LoginTenant ofRealm(RealmModel realm, SmsRules rules) {
        return new LoginTenant(realm, rules, Optional.empty());
    }

    /** Returns the name as shown to users. */
    public String name() {
        return names().get(0);
    }

    /** Returns all names of the tenant, best first. */
    public List<String> names() {
        return Stream.of(organizationName().stream(), Stream.of(TenantName.of(realm), realm.getName()))
                .flatMap(names -> names)
                .toList();
    }

    /** Returns the organization's name; empty for the realm, or if the name can't be shown. */
    public Optional<String> organizationName() {
        return organization.map(OrganizationTenant::name).filter(name -> !name.isEmpty());
    }
}
