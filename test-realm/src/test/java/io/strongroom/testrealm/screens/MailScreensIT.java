package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.DocumentedPictures;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Order(3)
@DisplayName("Each e-mail")
class MailScreensIT {
    private static final String ALL = "io.strongroom.testrealm.screens.MailScreen#ALL";

    @RegisterExtension
    static final Viewer VIEWER = new Viewer();

    private static MailStory english;
    private static MailStory rightToLeft;

    @BeforeAll
    static void live() {
        english = MailStory.live("en");
        rightToLeft = MailStory.live(Languages.RIGHT_TO_LEFT);
    }

    @ParameterizedTest(
            name = "X10 X14 {0} can be read on a phone, in the dark, with a screen reader and from right to left")
    @FieldSource(ALL)
    void look(MailScreen screen) {
        VIEWER.light();
        show(english, screen);
        VIEWER.assertAccessibleMail();
        assertFalse((Boolean) VIEWER.window().evaluate("!document.querySelector('tr th[scope=row]')"));
        fitsPhones();
        VIEWER.dark();
        VIEWER.assertAccessibleMail();
        VIEWER.light();

        show(rightToLeft, screen);
        assertEquals("rtl", VIEWER.window().getAttribute("html", "dir"));
        fitsPhones();
        if (DocumentedPictures.areWritten()) {
            show(english, screen);
            Gallery.photograph(screen.name(), VIEWER, "body", () -> show(rightToLeft, screen));
        }
    }

    /** In the colours of the reader's mail program. */
    private static void show(MailStory story, MailScreen screen) {
        VIEWER.show(story.await(screen).html());
        VIEWER.window()
                .addStyleTag(
                        new com.microsoft.playwright.Page.AddStyleTagOptions()
                                .setContent(
                                        ":root { color-scheme: light dark; font: 15px sans-serif } body { margin: 0; padding: 1em; max-width: 36em; height: max-content }"));
    }

    private static void fitsPhones() {
        VIEWER.width(320);
        assertEquals(List.of(), VIEWER.window().evaluate(Measures.LAYOUT));
        VIEWER.width(Viewer.WIDTH);
        assertTrue(VIEWER.window().locator("p").count() >= 2);
    }
}
