package io.strongroom.testrealm.screens;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.server.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Generates {@code docs/screens.md} and its screenshots: each screen in light and dark mode, on a phone, and right-to-left. */
final class Gallery {
    static final Path DOCUMENT =
            Layout.target().resolve("../../docs/screens.md").normalize();
    static final Path PICTURES =
            Layout.target().resolve("../../docs/images/screens").normalize();
    static final String REWRITE = "-Dtest=GalleryTest '-Dit.test=ScreensIT,MailScreensIT' -Dpictures=write";

    private static final int PHONE = 375;

    private Gallery() {}

    /** Takes the pictures of the screen, then of the same screen in a right-to-left language. */
    static void photograph(String name, Viewer viewer, String frame, Runnable showRightToLeft) {
        Page window = viewer.window();
        List<byte[]> pictures = new ArrayList<>();
        viewer.light();
        pictures.add(picture(window, frame));
        viewer.dark();
        pictures.add(picture(window, frame));
        viewer.light();
        viewer.width(PHONE);
        pictures.add(picture(window, frame));
        viewer.width(Viewer.WIDTH);
        showRightToLeft.run();
        pictures.add(picture(window, frame));
        Pictures.write(pictures, PICTURES.resolve(name + ".png"));
    }

    private static byte[] picture(Page window, String frame) {
        window.evaluate("document.fonts.ready.then(() => true)");
        return window.locator(frame)
                .screenshot(new Locator.ScreenshotOptions()
                        .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
    }

    /** The text of the document. */
    static String document() {
        StringBuilder text = new StringBuilder("""
                # Screens

                Every login page in every state, and every e-mail: light, dark, on a phone (375 pixels), and in Arabic. The pictures are taken by the browser
                tests, which also look at each page with axe under the login themes `keycloak.v2`, `keycloak` and two of one's own, and in all languages at 320 and
                1600 pixels. [CONTRIBUTING](../CONTRIBUTING.md) says how to take them anew; the admin console's pages are in [console.md](console.md), how to
                give these your own looks in [theming.md](theming.md).

                ## Login pages
                """);
        Stream.concat(Screens.ALL.stream(), Stream.of(Screens.EXPIRED))
                .forEach(screen -> text.append(entry(screen.caption(), screen.template(), screen.name())));
        text.append("\n## E-mails\n");
        MailScreen.ALL.forEach(mail -> text.append(entry(mail.caption(), mail.text(), mail.name())));
        return text.toString();
    }

    private static String entry(String caption, String source, String name) {
        return "\n### " + caption + "\n\n`" + source + "`\n\n![" + caption + "](images/screens/" + name + ".png)\n";
    }
}
