package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
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

    public void delete() {
        realm.admin().delete(path());
    }

    public TestUser add(TestUser user) {
        realm.admin().post(path() + "/members", user.id());
        return user;
    }

    /** Creates a data room without a rule, and returns its id. */
    public String addRoom(String room) {
        String groups = path() + "/groups";
        String group = realm.admin().create(groups, Map.of("name", room));
        Map<String, List<String>> attributes = Map.of("dataRoom", List.of("true"));
        realm.admin().put(groups + "/" + group, Map.of("id", group, "name", room, "attributes", attributes));
        return group;
    }

    public void remove(TestUser user) {
        realm.admin().delete(memberPath(user));
    }

    /** Adds a member to a new group of the organization, which has a new role of the realm. */
    public void joinGroupWithRole(TestUser member, String group, String role) {
        String groupPath = path() + "/groups/" + realm.admin().create(path() + "/groups", Map.of("name", group));
        realm.admin().create(realm.path("/roles"), Map.of("name", role));
        JsonNode stored = realm.admin().get(realm.path("/roles/" + role));
        realm.admin().post(groupPath + "/role-mappings/realm", List.of(stored));
        realm.admin().put(groupPath + "/members/" + member.id(), null);
    }

    public String memberPath(TestUser member) {
        return path() + "/members/" + member.id();
    }

    /** Sends an invitation by e-mail to a user of the realm. */
    public void invite(TestUser user) {
        realm.admin().postForm(path() + "/members/invite-existing-user", Map.of("id", user.id()));
    }

    /** Sends an invitation by e-mail to somebody who has no account. */
    public void invite(String email) {
        realm.admin().postForm(path() + "/members/invite-user", Map.of("email", email));
    }

    public JsonNode members() {
        return realm.admin().get(path() + "/members");
    }

    /** Enters user name and password. In a realm with organizations, Keycloak asks for the user name first. */
    public static Landing signIn(TestRealm realm, TestUser user) {
        return signIn(new Browser(), realm.app().authorize(), user);
    }

    public static Landing signIn(Browser browser, AuthorizationRequest request, TestUser user) {
        return browser.open(request)
                .page()
                .submit("username", user.name())
                .page()
                .submit("password", user.password());
    }

    private String path() {
        return realm.path("/organizations/" + id);
    }
}
