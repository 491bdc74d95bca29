package io.strongroom.policy;

import java.util.HashMap;
import java.util.Map;

/** Policies for tests, parsed from attributes in the form {@code name=value}. */
final class TestPolicies {

    /** The rule of a data room that enforces, with defaults otherwise. */
    static final Map<String, String> ENFORCED = Map.of("twoFactor.enforced", "true");

    private TestPolicies() {}

    static TenantPolicy tenant(String... attributes) {
        return TenantPolicy.parse(map(attributes)::get);
    }

    static RoomPolicy room(String... attributes) {
        return RoomPolicy.parse(map(attributes)::get);
    }

    static Map<String, String> map(String... attributes) {
        Map<String, String> map = new HashMap<>();
        for (String attribute : attributes) {
            int equals = attribute.indexOf('=');
            map.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        }
        return map;
    }
}
