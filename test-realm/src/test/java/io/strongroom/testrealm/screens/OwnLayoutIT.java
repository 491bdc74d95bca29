package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Page;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Order(3)
@DisplayName("A custom login layout that declares only displayMessage")
class OwnLayoutIT {

    /** One for each template. */
    static Collection<Screen> screens() {
        Map<String, Screen> first = new LinkedHashMap<>();
        Screens.ALL.forEach(screen -> first.putIfAbsent(screen.template(), screen));
        return first.values();
    }

    @ParameterizedTest(name = "X14 shows {0} as it shows Keycloak''s page for codes of an app")
    @MethodSource("screens")
    void renders(Screen screen) {
        Page page = screen.story().play(new Visit("minimal", "en"));

        assertEquals(200, page.status(), page::toString);
        assertTrue(page.id().startsWith("login-strongroom-"), page::toString);
        assertFalse(page.document().select("#kc-page-title").text().isBlank());
        assertTrue(page.has("form"), page::html);
    }
}
