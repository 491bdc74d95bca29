package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.DocumentedPictures;
import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The content that a screen reader reads on a page, in order: the accessibility tree, stored in {@code resources/screens}. */
final class Outline {
    private static final Path KEPT =
            Layout.target().resolve("../src/test/resources/screens").normalize();

    private Outline() {}

    /** Compares with the stored tree, or writes it with {@code -Dpictures=write}. */
    static void check(Screen screen, Page window) {
        String now = of(window.locator("body"));
        Path file = KEPT.resolve(screen.name() + ".yml");
        try {
            if (DocumentedPictures.areWritten()) {
                Files.writeString(file, now);
            }
            assertEquals(Files.readString(file), now, screen + " reads otherwise; if it should: " + Gallery.REWRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out the menu's languages, link addresses, and parts that differ between logins. */
    private static String of(Locator locator) {
        return locator.ariaSnapshot()
                .lines()
                .filter(line -> !line.strip().matches("- (option |/url:).*"))
                .map(line -> line.replaceAll("•••\\d\\d", "•••NN")
                        .replaceAll("\\b\\d+ (seconds?|minutes?)\\b", "N $1")
                        .replaceAll("\\b\\w+ \\d{1,2}, \\d{4}\\b", "DATE")
                        .replaceAll("\\b\\d+ days left\\b", "N days left")
                        .replaceAll("\\b([A-Z2-7]{4} ){7}[A-Z2-7]{4}\\b", "SECRET")
                        .replaceAll("\\b[a-z0-9]{5}-[a-z0-9]{5}-[a-z0-9]{5}\\b", "CODE"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
