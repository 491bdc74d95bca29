package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fine-grained admin permissions of a realm, in Keycloak's second version. */
public final class FineGrained {
    private final TestRealm realm;
    private final String server;

    public FineGrained(TestRealm realm) {
        this.realm = realm;
        String client = realm.admin()
                .get(realm.path("/clients?clientId=admin-permissions"))
                .path(0)
                .path("id")
                .asText();
        this.server = "/clients/" + client + "/authz/resource-server";
    }

    public static TestRealm realm(String label) {
        return TestRealm.create(label, representation -> {
            representation.setAdminPermissionsEnabled(true);
            return representation;
        });
    }

    /** @param resources ids of the resources; if empty, the permission applies to all resources of the type */
    public FineGrained permit(TestUser administrator, String type, List<String> resources, String... scopes) {
        return permit(List.of(administrator), type, resources, scopes);
    }

    /** Permits several administrators the same: a permission of one denies all others what it is about. */
    public FineGrained permit(List<TestUser> administrators, String type, List<String> resources, String... scopes) {
        return permission("POSITIVE", administrators, type, resources, scopes);
    }

    public FineGrained deny(TestUser administrator, String type, List<String> resources, String... scopes) {
        return permission("NEGATIVE", List.of(administrator), type, resources, scopes);
    }

    private FineGrained permission(
            String logic, List<TestUser> administrators, String type, List<String> resources, String... scopes) {
        String name =
                String.join("-", logic, administrators.get(0).name(), type, String.join("", resources), scopes[0]);
        realm.admin()
                .post(
                        realm.path(server + "/policy/user"),
                        Map.of(
                                "name",
                                "policy-" + name,
                                "users",
                                administrators.stream().map(TestUser::id).toList(),
                                "logic",
                                logic));
        Map<String, Object> permission = new LinkedHashMap<>(Map.of(
                "name",
                "permission-" + name,
                "resourceType",
                type,
                "scopes",
                List.of(scopes),
                "policies",
                List.of("policy-" + name)));
        if (!resources.isEmpty()) {
            permission.put("resources", resources);
        }
        realm.admin().post(realm.path(server + "/permission/scope"), permission);
        return this;
    }
}
