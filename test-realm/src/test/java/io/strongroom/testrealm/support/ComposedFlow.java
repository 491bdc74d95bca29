package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.TestRealm;
import java.util.List;
import java.util.Map;

/** Realms with a custom flow. */
public final class ComposedFlow {
    private static final String ALIAS = "composed";
    private static final String CONDITIONAL = "composed conditional";
    private static final String FACTORS = "composed factors";

    private ComposedFlow() {}

    /** Password, then this authenticator, both required. */
    public static TestRealm passwordThen(String label, String authenticator, Map<String, String> attributes) {
        TestRealm realm = TestRealm.create(label, attributes);
        bindPasswordThen(realm, authenticator);
        return realm;
    }

    /** The same for an existing realm. */
    public static void bindPasswordThen(TestRealm realm, String authenticator) {
        create(realm, ALIAS, List.of("auth-username-password-form", authenticator));
        bind(realm);
    }

    /** Password, then one of these authenticators if the condition matches. */
    public static TestRealm passwordThenWhere(
            String label, String condition, List<String> authenticators, Map<String, String> attributes) {
        TestRealm realm = TestRealm.create(label, attributes);
        create(realm, ALIAS, List.of("auth-username-password-form"));
        addFlow(realm, ALIAS, CONDITIONAL, "CONDITIONAL");
        add(realm, CONDITIONAL, condition, "REQUIRED");
        addFlow(realm, CONDITIONAL, FACTORS, "REQUIRED");
        authenticators.forEach(authenticator -> add(realm, FACTORS, authenticator, "ALTERNATIVE"));
        bind(realm);
        return realm;
    }

    /** A flow of authenticators, all required, that nothing is bound to yet. */
    public static void create(TestRealm realm, String alias, List<String> authenticators) {
        realm.admin().create(flows(realm), Map.of("alias", alias, "providerId", "basic-flow", "topLevel", true));
        authenticators.forEach(authenticator -> add(realm, alias, authenticator, "REQUIRED"));
    }

    private static void add(TestRealm realm, String flow, String authenticator, String requirement) {
        String id = realm.admin().create(executions(realm, flow) + "/execution", Map.of("provider", authenticator));
        require(realm, flow, id, requirement);
    }

    private static void addFlow(TestRealm realm, String parent, String alias, String requirement) {
        realm.admin().create(executions(realm, parent) + "/flow", Map.of("alias", alias, "type", "basic-flow"));
        for (JsonNode execution : realm.admin().get(executions(realm, parent))) {
            if (alias.equals(execution.path("displayName").asText())) {
                require(realm, parent, execution.path("id").asText(), requirement);
            }
        }
    }

    private static void require(TestRealm realm, String flow, String executionId, String requirement) {
        for (JsonNode execution : realm.admin().get(executions(realm, flow))) {
            if (executionId.equals(execution.path("id").asText())) {
                ((ObjectNode) execution).put("requirement", requirement);
                realm.admin().put(executions(realm, flow), execution);
            }
        }
    }

    /** Disables the condition and leaves the rest of the flow unchanged. */
    public static void disableCondition(TestRealm realm, String condition) {
        requireCondition(realm, condition, "DISABLED");
    }

    public static void enableCondition(TestRealm realm, String condition) {
        requireCondition(realm, condition, "REQUIRED");
    }

    private static void requireCondition(TestRealm realm, String condition, String requirement) {
        for (JsonNode execution : realm.admin().get(executions(realm, CONDITIONAL))) {
            if (condition.equals(execution.path("providerId").asText())) {
                require(realm, CONDITIONAL, execution.path("id").asText(), requirement);
            }
        }
    }

    private static void bind(TestRealm realm) {
        realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "browserFlow", ALIAS));
    }

    private static String flows(TestRealm realm) {
        return realm.path("/authentication/flows");
    }

    private static String executions(TestRealm realm, String flow) {
        return flows(realm) + "/" + flow.replace(" ", "%20") + "/executions";
    }
}
