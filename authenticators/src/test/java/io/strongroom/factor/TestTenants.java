package io.strongroom.factor;

import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.TenantPolicy;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Tenants for tests: a realm named {@code bank}, displayed as <i>The Bank</i>, and organizations of it. */
public final class TestTenants {

    private TestTenants() {}

    public static LoginTenant realm(Map<String, String> attributes) {
        return LoginTenant.ofRealm(
                realmModel(), TenantPolicy.parse(attributes::get).sms());
    }

    public static LoginTenant organization(String name, Map<String, String> attributes, Map<String, String> ofRealm) {
        OrganizationPolicy policy = OrganizationPolicy.parse(attributes::get, TenantPolicy.parse(ofRealm::get));
        return new LoginTenant(
                realmModel(), policy.policy().sms(), Optional.of(OrganizationTenant.of("id-of-" + name, name, policy)));
    }

    private static RealmModel realmModel() {
        return (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> "id-of-bank";
                    case "getName" -> "bank";
                    case "getDisplayName" -> "The Bank";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
