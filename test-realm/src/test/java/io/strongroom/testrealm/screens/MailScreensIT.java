package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.DocumentedPictures;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Order(3)
@DisplayName("Each mail")
class MailScreensIT {
    private static final String ALL = "io.strongroom.testrealm.screens.MailScreen#ALL";

    private static Viewer viewer;
    private static MailStory english;
    private static MailStory rightToLeft;

    @BeforeAll
    static void live() {
        viewer = Viewer.open();
        english = MailStory.live("en");
        rightToLeft = MailStory.live(Languages.RIGHT_TO_LEFT);
    }

    @AfterAll
    static void close() {
        viewer.close();
    }

    @ParameterizedTest(
            name = "X10 X14 {0}: can be read on a phone, in the dark, with a screen reader, and from right to left")
    @FieldSource(ALL)
    void look(MailScreen screen) {
        viewer.light();
        show(english, screen);
        viewer.assertAccessibleMail();
        assertFalse((Boolean) viewer.window().evaluate("!document.querySelector('tr th[scope=row]')"));
        fitsPhones();
        viewer.dark();
        viewer.assertAccessibleMail();
        viewer.light();

        show(rightToLeft, screen);
        assertEquals("rtl", viewer.window().getAttribute("html", "dir"));
        fitsPhones();
        if (DocumentedPictures.areWritten()) {
            show(english, screen);
            Gallery.photograph(screen.name(), viewer, "body", () -> show(rightToLeft, screen));
        }
    }

    /** In the colours of the reader's mail program. */
    private static void show(MailStory story, MailScreen screen) {
        viewer.show(story.await(screen).html());
        viewer.window()
                .addStyleTag(
                        new com.microsoft.playwright.Page.AddStyleTagOptions()
                                .setContent(
                                        ":root { color-scheme: light dark; font: 15px sans-serif } body { margin: 0; padding: 1em; max-width: 36em; height: max-content }"));
    }

    private static void fitsPhones() {
        viewer.width(320);
        assertEquals(List.of(), viewer.window().evaluate(Measures.LAYOUT));
        viewer.width(Viewer.WIDTH);
        assertTrue(viewer.window().locator("p").count() >= 2);
    }
}
