package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.testrealm.harness.DocumentedPictures;
import io.strongroom.testrealm.harness.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Each page in each state")
class ScreensIT {
    private static final String STOCK = "keycloak.v2";
    private static final String FRAME = ".pf-v5-c-login__main";

    @RegisterExtension
    static final Viewer VIEWER = new Viewer();

    private static CompletableFuture<Page> expired;

    @BeforeAll
    static void beginToExpire() {
        expired = CompletableFuture.supplyAsync(() -> play(Screens.EXPIRED, "en"));
    }

    static List<Screen> screens() {
        return Screens.ALL;
    }

    private static Page play(Screen screen, String language) {
        return screen.story().play(new Visit(STOCK, language));
    }

    @Order(1)
    @ParameterizedTest(
            name =
                    "X14 {0} has an order for screen readers, focus, one way on and no violation that axe finds, light and "
                            + "dark")
    @MethodSource("screens")
    void look(Screen screen) {
        look(screen, play(screen, "en"));
    }

    @Test
    @Order(2)
    @DisplayName("X14 code-expired has the same a minute later")
    void expired() {
        look(Screens.EXPIRED, expired.join());
    }

    private static void look(Screen screen, Page page) {
        assertEquals("login-" + screen.template().replace(".ftl", ""), page.id(), page::toString);
        VIEWER.light();
        VIEWER.show(page);

        Outline.check(screen, VIEWER.window());
        VIEWER.assertFocus(screen.focus());
        Measures.assertSoundForm(VIEWER.window());
        VIEWER.assertAccessible();
        VIEWER.dark();
        VIEWER.assertContrast();
        if (DocumentedPictures.areWritten()) {
            Gallery.photograph(screen.name(), VIEWER, FRAME, () -> VIEWER.show(play(screen, Languages.RIGHT_TO_LEFT)));
        }
    }
}
