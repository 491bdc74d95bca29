package io.strongroom.policy.store;

import io.strongroom.policy.TenantPolicy;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A tenant's policy, parsed once per request, and again if the request has changed its attributes. */
record ParsedPolicy(Map<String, String> attributes, TenantPolicy policy) {

    private static final String ATTRIBUTE = "strongroom.policy.";

    static TenantPolicy of(KeycloakSession session, RealmModel realm) {
        String name = ATTRIBUTE + realm.getId();
        Map<String, String> attributes = attributesOf(realm);
        ParsedPolicy parsed = session.getAttribute(name, ParsedPolicy.class);
        if (parsed == null || !parsed.attributes().equals(attributes)) {
            parsed = new ParsedPolicy(attributes, TenantPolicy.parse(attributes::get));
            session.setAttribute(name, parsed);
        }
        return parsed.policy();
    }

    private static Map<String, String> attributesOf(RealmModel realm) {
        Map<String, String> attributes = new HashMap<>();
        realm.getAttributes().forEach((name, value) -> {
            if (name.startsWith(TenantPolicy.PREFIX)) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }
}
