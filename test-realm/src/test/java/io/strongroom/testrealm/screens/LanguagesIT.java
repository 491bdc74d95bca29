package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Page;
import java.net.URI;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each language's page is fetched from the server in the login under way and put into the window in place of the
 * previous one, so that styles are loaded once.
 */
@Order(2)
@DisplayName("Each page in all languages")
class LanguagesIT {
    private static final String THEME = "keycloak.v2";
    private static final int NARROW = 320;
    private static final int WIDE = 1600;

    /** Loads a page into the window, measures it, and returns the problems. */
    private static final String LOOK = """
            (pages) => {
              const layout = %s;
              const form = %s;
              const wrong = [];
              for (const [language, html] of Object.entries(pages)) {
                const page = new DOMParser().parseFromString(html, "text/html");
                document.documentElement.lang = page.documentElement.lang;
                document.documentElement.dir = page.documentElement.dir;
                document.body.replaceWith(document.adoptNode(page.body));
                wrong.push(...[...layout(), ...form()].map((sentence) => `${language}: ${sentence}`));
              }
              return wrong;
            }
            """.formatted(Measures.LAYOUT, Measures.script("form.js"));

    /** Replaces a sentence by others in turn, and returns the problems. */
    private static final String SAY = """
            ([place, sentences]) => {
              const layout = %s;
              const said = document.querySelector(place);
              const wrong = [];
              for (const sentence of sentences) {
                said.textContent = sentence;
                wrong.push(...layout().map((what) => `${sentence}: ${what}`));
              }
              return wrong;
            }
            """.formatted(Measures.LAYOUT);

    @RegisterExtension
    static final Viewer VIEWER = new Viewer();

    static Stream<Screen> screens() {
        return Screens.ALL.stream().filter(Screen::isReload);
    }

    private static Set<String> languages() {
        Set<String> languages = new TreeSet<>(Languages.shipped());
        languages.add(Languages.RIGHT_TO_LEFT);
        return languages;
    }

    @ParameterizedTest(
            name = "X14 {0} cuts nothing off at 320 or 1600 pixels and shows numbers and codes from left to right")
    @MethodSource("screens")
    void fits(Screen screen) {
        Visit visit = new Visit(THEME, "en");
        Page page = screen.story().play(visit);
        Map<String, String> pages = new LinkedHashMap<>();
        for (String language : languages()) {
            Page translated = visit.browser().open(in(language, page)).page();
            assertEquals(page.id(), translated.id(), translated::toString);
            assertEquals(language, translated.document().child(0).attr("lang"));
            assertEquals(
                    Set.of("ar", "fa").contains(language) ? "rtl" : "ltr",
                    translated.document().child(0).attr("dir"),
                    language);
            assertTranslated(language, translated);
            pages.put(language, translated.html());
        }
        VIEWER.show(page);

        for (int width : new int[] {NARROW, WIDE}) {
            VIEWER.width(width);
            assertEquals(List.of(), VIEWER.window().evaluate(LOOK, pages), width + " pixels");
        }
    }

    /**
     * Removes session codes, which work once, and earlier steps, which may be over; the links of the language list
     * have neither.
     */
    private static URI in(String language, Page page) {
        return URI.create(
                page.uri().toString().replaceAll("(session_code|execution)=[^&]*&", "") + "&kc_locale=" + language);
    }

    private static void assertTranslated(String language, Page page) {
        if (Languages.shipped().contains(language)) {
            String title = page.document().select("#kc-page-title").text().replaceAll("\\p{Zs}", " ");
            assertTrue(
                    Languages.messages(language).values().stream()
                            .anyMatch(text -> text.replaceAll("\\p{Zs}", " ").equals(title)),
                    language + ": " + title);
        }
    }

    @Test
    @DisplayName("X14 shows each field error within 320 pixels")
    void errors() {
        VIEWER.show(screen("totp-wrong").story().play(new Visit(THEME, "en")));
        VIEWER.width(NARROW);

        List<String> sentences = new ArrayList<>();
        for (String prefix : List.of(
                "strongroomCode",
                "strongroomEntry",
                "strongroomNumber",
                "strongroomTotp",
                "strongroomBackup",
                "strongroomKey",
                "strongroomRecovery",
                "strongroomSend",
                "strongroomLimit",
                "strongroomStatus")) {
            Languages.keys(prefix)
                    .forEach(key -> Languages.shipped().forEach(language -> sentences.add(say(language, key))));
        }
        assertEquals(
                List.of(), VIEWER.window().evaluate(SAY, List.of("#input-error-code .kc-feedback-text", sentences)));
    }

    private static Screen screen(String name) {
        return Screens.ALL.stream()
                .filter(screen -> screen.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the sentence with the longest possible arguments. */
    private static String say(String language, String key) {
        String pattern = Languages.messages(language).get(key);
        Object[] arguments = IntStream.range(0, 3)
                .mapToObj(index -> pattern.contains("{" + index + ",choice") ? (Object) 888L : "+46701740605")
                .toArray();
        return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
    }
}
