package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.strongroom.testrealm.harness.DocumentedPictures;
import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The gallery")
class GalleryTest {
    private static final Path THEME = Layout.target()
            .resolve("../../themes/src/main/resources/theme-resources")
            .normalize();

    /** Layouts, and the page that exists in development mode only, which the demo shows. */
    private static final Set<String> NO_SCREENS = Set.of("strongroom-layout.ftl", "strongroom-inbox.ftl");

    private static final long MOST_FOR_ONE = 120_000;
    private static final long MOST_FOR_ALL = 3_000_000;

    @Test
    @DisplayName("X14 matches the list of screens")
    void document() throws IOException {
        if (DocumentedPictures.areWritten()) {
            Files.writeString(Gallery.DOCUMENT, Gallery.document());
        }

        assertEquals(Files.readString(Gallery.DOCUMENT), Gallery.document(), Gallery.REWRITE);
    }

    @Test
    @DisplayName("X14 has every page template")
    void templates() {
        Set<String> pages = names(THEME.resolve("templates"), "strongroom-.*\\.ftl");
        pages.removeAll(NO_SCREENS);

        assertEquals(pages, sorted(Screens.ALL.stream().map(Screen::template)));
    }

    @Test
    @DisplayName("X10 has every e-mail, each with a first sentence that names the tenant as its subject does")
    void mails() throws IOException {
        String english = Files.readString(THEME.resolve("messages/messages_en.properties"));
        Set<String> texts = sorted(Pattern.compile("(?m)^(strongroomMail\\w+)=.*\\{0}")
                .matcher(english)
                .results()
                .map(match -> match.group(1))
                .filter(key -> !key.endsWith("Subject")));

        assertEquals(texts, sorted(MailScreen.ALL.stream().map(MailScreen::text)));
    }

    @Test
    @DisplayName("has a small picture of every screen and no other")
    void pictures() {
        assumeFalse(DocumentedPictures.areWritten(), "they are taken later");
        Set<String> wanted = sorted(Stream.concat(
                        Stream.concat(Screens.ALL.stream(), Stream.of(Screens.EXPIRED))
                                .map(Screen::name),
                        MailScreen.ALL.stream().map(MailScreen::name))
                .map(name -> name + ".png"));

        Set<String> there = names(Gallery.PICTURES, ".*");
        assertEquals(wanted, there);
        long sum = 0;
        for (String picture : there) {
            long size = Gallery.PICTURES.resolve(picture).toFile().length();
            assertTrue(size <= MOST_FOR_ONE, picture + " has " + size + " bytes");
            sum += size;
        }
        assertTrue(sum <= MOST_FOR_ALL, "all have " + sum + " bytes");
    }

    private static Set<String> names(Path folder, String pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            return sorted(files.map(file -> file.getFileName().toString()).filter(name -> name.matches(pattern)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
