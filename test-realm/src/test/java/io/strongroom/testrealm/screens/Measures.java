package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Measurements of a displayed page, taken by a script. */
final class Measures {
    /** Whether anything is cut off or wider than the window. */
    static final String LAYOUT = script("measure.js");

    private static final String FORM = script("form.js");

    private Measures() {}

    /** Labels before fields before buttons, one heading, one primary button, numbers and codes from left to right. */
    static void assertSoundForm(Page window) {
        assertEquals(List.of(), window.evaluate(FORM));
    }

    static void assertFits(Page window) {
        assertEquals(List.of(), window.evaluate(LAYOUT));
    }

    static String script(String name) {
        try (InputStream stream = Measures.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
