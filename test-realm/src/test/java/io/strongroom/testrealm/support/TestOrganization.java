package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An organization of a test's realm. */
public record TestOrganization(TestRealm realm, String id, String name, String alias) {

    public static TestOrganization create(TestRealm realm, String name) {
        return create(realm, name, Map.of());
    }

    public static TestOrganization create(TestRealm realm, String name, Map<String, String> attributes) {
        return create(realm, name, name, attributes);
    }

    /** Creates an organization whose name has characters that an alias can't have. */
    public static TestOrganization create(TestRealm realm, String name, String alias, Map<String, String> attributes) {
        String id = realm.admin().create(realm.path("/organizations"), representation(name, alias, attributes));
        return new TestOrganization(realm, id, name, alias);
    }

    private static Map<String, Object> representation(String name, String alias, Map<String, String> attributes) {
        Map<String, Object> organization = new LinkedHashMap<>(
                Map.of("name", name, "alias", alias, "domains", List.of(Map.of("name", alias + ".example"))));
        Map<String, List<String>> values = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> values.put(attribute, List.of(value)));
        organization.put("attributes", values);
        return organization;
    }

    /** Replaces all attributes by Keycloak's own API, as a script would. */
    public void setAttributes(Map<String, String> attributes) {
        Map<String, Object> organization = representation(name, alias, attributes);
        organization.put("id", id);
        realm.admin().put(path(), organization);
    }

    /** Disables the organization, with its present attributes. */
    public void disable() {
        Map<String, Object> organization = representation(name, alias, attributes());
        organization.put("id", id);
        organization.put("enabled", false);
        realm.admin().put(path(), organization);
    }

    /** Returns the first value of each attribute. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        realm.admin()
                .get(path())
                .path("attributes")
                .properties()
                .forEach(entry ->
                        attributes.put(entry.getKey(), entry.getValue().path(0).asText()));
        return attributes;
    }

    public TestUser add(TestUser user) {
        realm.admin().post(path() + "/members", user.id());
        return user;
    }

    private String path() {
        return realm.path("/organizations/" + id);
    }
}
