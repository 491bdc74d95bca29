package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Messages")
class MessagesTest {

    private static final List<Long> COUNTS = List.of(0L, 1L, 2L, 5L, 61L, 121L, 301L, 901L, 1801L, 3601L, 86_400L);

    /** Languages that are not written in Latin letters: two messages of 67 letters each carry a code. */
    private static final Set<String> OTHER_SCRIPTS =
            Set.of("ar", "el", "fa", "hy", "ja", "ka", "kk", "ko", "ky", "ru", "th", "uk", "zh_Hans", "zh_Hant");

    /** The letters of GSM 03.38's basic set: a message with any other is half as long. */
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    @ParameterizedTest(name = "{0} can be formatted, whatever is counted")
    @MethodSource("languages")
    void canBeFormatted(String language) {
        assertEquals(
                Set.of(),
                keys(
                        language,
                        message -> COUNTS.stream()
                                .map(message::format)
                                .anyMatch(text -> text.contains("{")
                                        || text.contains("}")
                                        || text.matches("(?s).*\\bnull\\b.*")
                                        || text.contains("''"))));
    }

    @ParameterizedTest(name = "{0} has different words for different counts, where it counts, and only there")
    @MethodSource("languages")
    void differentCounts(String language) {
        assertEquals(
                Set.of(),
                keys(
                        language,
                        message ->
                                message.counts() == (message.wordings(0, 1, 7).size() == 1)));
    }

    @ParameterizedTest(name = "{0} tells one from many")
    @ValueSource(strings = {"en", "de"})
    void oneAndMany(String language) {
        assertEquals(
                Set.of(),
                keys(
                        language,
                        message -> message.counts() && message.wordings(1, 7).size() == 1));
    }

    @ParameterizedTest(name = "{0} has no apostrophe that MessageFormat would swallow")
    @MethodSource("languages")
    void apostrophes(String language) {
        assertEquals(
                Set.of(),
                keys(language, message -> message.pattern().replace("''", "").contains("'")));
    }

    @ParameterizedTest(name = "X14 {0} takes the same parameters as English")
    @MethodSource("languages")
    void sameParameters(String language) {
        Map<String, String> english = Messages.of("en");

        assertEquals(
                Set.of(),
                keys(
                        language,
                        message -> !parameters(english.get(message.key())).equals(parameters(message.pattern()))));
    }

    @ParameterizedTest(
            name =
                    "C16 the text message in {0} fits into one, in letters every phone shows, or, in another script, into two")
    @MethodSource("languages")
    void textMessage(String language) {
        String text = new MessageFormat(Messages.of(language).get("strongroomSmsText"), Sources.locale(language))
                .format(new Object[] {"12345678", "A tenant of 22 letters", 10L});
        String letters = text.chars()
                .filter(letter -> GSM.indexOf(letter) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        text += "\n@login.a-tenant.example.com #12345678";
        if (OTHER_SCRIPTS.contains(language)) {
            assertTrue(text.length() <= 134, text.length() + " letters: " + text);
        } else {
            assertTrue(text.length() <= 160, text.length() + " letters: " + text);
            assertEquals("", letters);
        }
        assertTrue(text.contains("12345678"), text);
    }

    @ParameterizedTest(name = "{0} tells nobody to wait for thousands of seconds")
    @MethodSource("languages")
    void waits(String language) {
        Message wait = new Message(
                language, "strongroomEntryWait", Messages.of(language).get("strongroomEntryWait"));

        for (long seconds : new long[] {121, 300, 901, 1800, 3600, 3601}) {
            assertFalse(wait.format(seconds).matches("(?s).*\\d[.,]?\\d{2,}.*"), wait.format(seconds));
        }
    }

    private static Set<String> parameters(String pattern) {
        return Sources.find("\\{(\\d+)", pattern);
    }

    static Set<String> languages() {
        return Sources.languages();
    }

    /** The keys of the messages of which something is true. */
    private static Set<String> keys(String language, Predicate<Message> what) {
        return Messages.of(language).entrySet().stream()
                .map(message -> new Message(language, message.getKey(), message.getValue()))
                .filter(what)
                .map(Message::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
