package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.TestRealm;
import java.util.Map;

/** A flow of a realm, changed as an administrator does. */
public record RealmFlow(TestRealm realm, String alias) {

    /** A flow that is built into Keycloak. */
    public static RealmFlow stock(TestRealm realm, String alias) {
        return new RealmFlow(realm, alias);
    }

    /** Creates a flow without steps. */
    public static RealmFlow create(TestRealm realm, String alias) {
        realm.admin()
                .post(
                        realm.path("/authentication/flows"),
                        Map.of("alias", alias, "providerId", "basic-flow", "topLevel", true));
        return new RealmFlow(realm, alias);
    }

    /** Adds a sub-flow and returns it. */
    public RealmFlow sub(String name, String requirement) {
        realm.admin().post(path("/executions/flow"), Map.of("alias", name, "type", "basic-flow"));
        require(name, requirement);
        return new RealmFlow(realm, name);
    }

    /** Copies the flow; the copy is not bound yet. */
    public RealmFlow copy() {
        String name = alias + " copied";
        realm.admin().post(path("/copy"), Map.of("newName", name));
        return new RealmFlow(realm, name);
    }

    /** @param binding such as {@code browserFlow} */
    public RealmFlow bind(String binding) {
        realm.admin().put(realm.path(""), Map.of("realm", realm.name(), binding, alias));
        return this;
    }

    /** @param step a provider, or the end of a sub-flow's name */
    public RealmFlow require(String step, String requirement) {
        ObjectNode execution = execution(step);
        execution.put("requirement", requirement);
        realm.admin().put(path("/executions"), execution);
        return this;
    }

    /** Adds a step. */
    public RealmFlow add(String provider, String requirement) {
        realm.admin().post(path("/executions/execution"), Map.of("provider", provider));
        return require(provider, requirement);
    }

    public RealmFlow configure(String step, Map<String, String> config) {
        String execution = execution(step).path("id").asText();
        realm.admin()
                .create(
                        realm.path("/authentication/executions/" + execution + "/config"),
                        Map.of("alias", step + " of " + alias, "config", config));
        return this;
    }

    private ObjectNode execution(String step) {
        for (JsonNode execution : realm.admin().get(path("/executions"))) {
            if (step.equals(execution.path("providerId").asText())
                    || execution.path("displayName").asText().endsWith(step)) {
                return (ObjectNode) execution;
            }
        }
        throw new AssertionError("no step " + step + " in " + alias);
    }

    private String path(String rest) {
        return realm.path("/authentication/flows/" + alias.replace(" ", "%20") + rest);
    }
}
