package io.strongroom.policy.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

@DisplayName("X15 A role that a policy names")
class NamedRoleTest {

    private static final RoleModel ROLE = stub(RoleModel.class, Map.of());

    /** A user whom Keycloak has just loaded from the database: the only one whose organizations' groups it lists. */
    @ParameterizedTest(name = "assigned directly: {0}, through a group of type {1}: the user has the role: {2}")
    @CsvSource({
        "true,  REALM,        true",
        "true,  ORGANIZATION, true",
        "false, REALM,        true",
        "false, ORGANIZATION, false"
    })
    void groups(boolean direct, GroupModel.Type type, boolean held) {
        GroupModel group = stub(GroupModel.class, Map.of("getType", () -> type, "hasRole", () -> !direct));
        UserModel user = stub(
                UserModel.class,
                Map.of(
                        "hasRole", () -> true,
                        "getGroupsStream", () -> Stream.of(group),
                        "getRoleMappingsStream", () -> direct ? Stream.of(ROLE) : Stream.empty()));

        assertEquals(held, NamedRole.isHeld(user, ROLE));
    }

    private static <T> T stub(Class<T> type, Map<String, Supplier<Object>> results) {
        return type.cast(Proxy.newProxyInstance(
                NamedRoleTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default ->
                        results.getOrDefault(method.getName(), () -> null).get();
                }));
    }
}
