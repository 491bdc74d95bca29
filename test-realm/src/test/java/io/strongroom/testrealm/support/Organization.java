package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An organization of a realm, with the domain {@code <alias>.example}.
 *
 * @param alias also its name
 */
public record Organization(TestRealm realm, String id, String alias) {

    /** Creates an organization with these policy attributes. */
    public static Organization create(TestRealm realm, String alias, Map<String, String> attributes) {
        String id = realm.admin().create(realm.path("/organizations"), representation(alias, alias, attributes, true));
        return new Organization(realm, id, alias);
    }

    private static Map<String, Object> representation(
            String name, String alias, Map<String, String> attributes, boolean enabled) {
        Map<String, List<String>> lists = new TreeMap<>();
        attributes.forEach((attribute, value) -> lists.put(attribute, List.of(value)));
        return Map.of(
                "name",
                name,
                "alias",
                alias,
                "enabled",
                enabled,
                "domains",
                List.of(Map.of("name", alias + ".example")),
                "attributes",
                lists);
    }

    /** Replaces all attributes. */
    public void setAttributes(Map<String, String> attributes) {
        realm.admin().put(path(""), representation(alias, alias, attributes, true));
    }

    /** Disables the organization, which keeps these attributes. */
    public void disable(Map<String, String> attributes) {
        realm.admin().put(path(""), representation(alias, alias, attributes, false));
    }

    public void delete() {
        realm.admin().delete(path(""));
    }

    public void add(TestUser user) {
        realm.admin().post(path("/members"), user.id());
    }

    public void remove(TestUser user) {
        realm.admin().delete(path("/members/" + user.id()));
    }

    /** Creates a group within the organization. */
    public String addGroup(String name, Map<String, List<String>> attributes) {
        return addGroup("", name, attributes);
    }

    /** @param below path of the parent, such as {@code /<id>/children}, or empty */
    public String addGroup(String below, String name, Map<String, List<String>> attributes) {
        String group = realm.admin().create(path("/groups" + below), Map.of("name", name));
        realm.admin().put(path("/groups/" + group), Map.of("id", group, "name", name, "attributes", attributes));
        return group;
    }

    public void join(TestUser member, String group) {
        realm.admin().put(path("/groups/" + group + "/members/" + member.id()), null);
    }

    public JsonNode members() {
        return realm.admin().get(path("/members"));
    }

    private String path(String rest) {
        return realm.path("/organizations/" + id + rest);
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
}
