package io.strongroom.testrealm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.TestRealm;
import java.util.Map;

/** Realms whose browser flow somebody composed. */
final class ComposedFlow {
    private static final String ALIAS = "composed";

    private ComposedFlow() {}

    /** Password, then this authenticator, both required. */
    static TestRealm passwordThen(String label, String authenticator, Map<String, String> attributes) {
        TestRealm realm = TestRealm.create(label, attributes);
        String flows = realm.path("/authentication/flows");
        realm.admin().create(flows, Map.of("alias", ALIAS, "providerId", "basic-flow", "topLevel", true));
        for (String provider : new String[] {"auth-username-password-form", authenticator}) {
            realm.admin().create(flows + "/" + ALIAS + "/executions/execution", Map.of("provider", provider));
        }
        for (JsonNode execution : realm.admin().get(flows + "/" + ALIAS + "/executions")) {
            ((ObjectNode) execution).put("requirement", "REQUIRED");
            realm.admin().put(flows + "/" + ALIAS + "/executions", execution);
        }
        realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "browserFlow", ALIAS));
        return realm;
    }
}
