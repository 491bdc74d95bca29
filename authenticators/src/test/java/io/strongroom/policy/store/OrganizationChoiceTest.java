package io.strongroom.policy.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.OrganizationModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("X15 The organization for which a user logs in")
class OrganizationChoiceTest {

    @ParameterizedTest(name = "of a member of {0}, with Keycloak''s note {1} and the scope \"{2}\": {3}")
    @CsvSource({
        "acme globex,id-of-globex,openid,globex",
        "acme globex,id-of-globex,openid organization:acme,globex",
        "acme globex,,openid organization:acme profile,acme",
        "acme globex,,organization:globex,globex",
        "acme,id-of-acme,,acme"
    })
    void chosen(String own, String note, String scope, String expected) {
        assertEquals(expected, choice(own, note, scope));
    }

    @ParameterizedTest(name = "is the realm for a member of {0}, with Keycloak''s note {1} and the scope \"{2}\"")
    @CsvSource({
        "acme globex,,openid",
        "acme globex,,organization",
        "acme globex,,organization:*",
        "acme globex,,organization:acme organization:globex",
        "acme globex,,xorganization:acme",
        "acme globex,,",
        "'',,organization:acme",
        "'',id-of-acme,openid"
    })
    void unclear(String own, String note, String scope) {
        assertEquals("-", choice(own, note, scope));
    }

    @ParameterizedTest(
            name = "attack: stays the only organization {0}, whatever the browser asks for: note {1}, scope \"{2}\"")
    @CsvSource({
        "acme,,openid",
        "acme,,organization:*",
        "acme,,organization:globex",
        "acme,id-of-globex,openid",
        "acme,id-of-globex,organization:globex",
        "acme,,organization:",
        "acme,,organization:acme organization:globex"
    })
    void onlyOne(String own, String note, String scope) {
        assertEquals("acme", choice(own, note, scope));
    }

    @ParameterizedTest(name = "attack: is none of others'': a member of {0}, note {1}, scope \"{2}\"")
    @CsvSource({"acme globex,id-of-initech,openid", "acme globex,,organization:initech", "'',id-of-initech,openid"})
    void others(String own, String note, String scope) {
        assertEquals("-", choice(own, note, scope));
    }

    private static String choice(String own, String note, String scope) {
        List<OrganizationModel> organizations = Stream.of(own.split(" "))
                .filter(name -> !name.isEmpty())
                .map(OrganizationChoiceTest::organization)
                .toList();
        return new OrganizationChoice(login(note, scope))
                .among(organizations)
                .map(OrganizationModel::getAlias)
                .orElse("-");
    }

    private static OrganizationModel organization(String alias) {
        return proxy(
                OrganizationModel.class,
                (proxy, method, arguments) -> method.getName().equals("getId") ? "id-of-" + alias : alias);
    }

    private static AuthenticationSessionModel login(String note, String scope) {
        return proxy(
                AuthenticationSessionModel.class,
                (proxy, method, arguments) -> method.getName().equals("getAuthNote") ? note : scope);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
