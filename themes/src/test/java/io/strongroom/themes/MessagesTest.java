package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Messages")
class MessagesTest {

    /** Keys of Keycloak's own login pages, translated there. */
    private static final Set<String> KEYCLOAKS = Set.of(
            "doLogIn",
            "doCancel",
            "doTryAgain",
            "restartLoginTooltip",
            "loginTotp.",
            "loginTotpAlgorithm",
            "loginTotpCounter",
            "loginTotpDeviceName",
            "loginTotpDigits",
            "loginTotpInterval",
            "loginTotpType",
            "logoutOtherSessions");

    /** Keys Keycloak's consoles ask for by a name they make up from a credential's type. */
    private static final Set<String> ASKED_BY_KEYCLOAK = Set.of(
            "sms-otp-display-name",
            "sms-otp-help-text",
            "two-factor-failures-display-name",
            "two-factor-failures-help-text",
            "backup-codes-display-name",
            "backup-codes-help-text");

    /** The letters of GSM 03.38's basic set: a message with any other is half as long. */
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    @ParameterizedTest(name = "X14 {0} says all that English says, and nothing else")
    @MethodSource("languages")
    void sameKeys(String language) {
        assertEquals(read("en").keySet(), read(language).keySet());
    }

    @ParameterizedTest(name = "{0} says nothing twice")
    @MethodSource("languages")
    void noDuplicates(String language) {
        long lines = Sources.messages(language)
                .lines()
                .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                .count();

        assertEquals(lines, read(language).size());
    }

    @ParameterizedTest(name = "{0} leaves nothing empty")
    @MethodSource("languages")
    void nothingEmpty(String language) {
        assertEquals(
                Set.of(),
                read(language).entrySet().stream()
                        .filter(message -> message.getValue().isBlank()
                                || !message.getValue().equals(message.getValue().strip()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("every key that a template or a Java class names is there")
    void everyKeyIsThere() {
        Set<String> missing = used();
        missing.removeAll(read("en").keySet());
        missing.removeAll(KEYCLOAKS);
        missing.removeIf(used -> isFamily(used) && read("en").keySet().stream().anyMatch(key -> key.startsWith(used)));

        assertEquals(Set.of(), missing);
    }

    @Test
    @DisplayName("every key is used")
    void everyKeyIsUsed() {
        Set<String> unused = new TreeSet<>(read("en").keySet());
        unused.removeAll(used());
        used().stream().filter(MessagesTest::isFamily).forEach(used -> unused.removeIf(key -> key.startsWith(used)));
        unused.removeAll(ASKED_BY_KEYCLOAK);

        assertEquals(Set.of(), unused);
    }

    /** A key whose end is put to it at run time. */
    private static boolean isFamily(String key) {
        return key.endsWith("-");
    }

    @Test
    @DisplayName("a required action is named for an id that exists")
    void requiredActions() {
        String java = Sources.java();
        Set<String> ids = read("en").keySet().stream()
                .filter(key -> key.startsWith("requiredAction."))
                .map(key -> key.substring("requiredAction.".length()))
                .collect(Collectors.toSet());

        assertFalse(ids.isEmpty());
        ids.forEach(id -> assertTrue(java.contains("ID = \"" + id + "\""), id));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("can be formatted, whatever is counted")
    @MethodSource("messages")
    void canBeFormatted(Message message) {
        for (long count : new long[] {0, 1, 2, 5, 61, 121, 301, 901, 1801, 3601, 86_400}) {
            String text = message.format(count);

            assertFalse(text.contains("{") || text.contains("}") || text.contains("null"), text);
            assertFalse(text.contains("''"), text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that count tell one from many")
    @MethodSource("messages")
    void tellOneFromMany(Message message) {
        if (message.counts()) {
            assertNotEquals(
                    message.format(1).replaceAll("\\d+", "#"), message.format(7).replaceAll("\\d+", "#"));
        } else {
            assertEquals(message.format(1), message.format(7));
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("have no apostrophe that MessageFormat would swallow")
    @MethodSource("messages")
    void apostrophes(Message message) {
        assertFalse(message.pattern().replace("''", "").contains("'"), message.pattern());
    }

    @ParameterizedTest(name = "X14 {0} takes the same parameters as English")
    @MethodSource("messages")
    void sameParameters(Message message) {
        assertEquals(parameters(read("en").get(message.key())), parameters(message.pattern()), message.pattern());
    }

    @ParameterizedTest(name = "C16 the text message in {0} fits into one, in letters every phone shows")
    @MethodSource("languages")
    void textMessage(String language) {
        String text = new MessageFormat(read(language).get("strongroomSmsText"), Locale.forLanguageTag(language))
                .format(new Object[] {"12345678", "A tenant of 22 letters", 10L});

        text += "\n@login.a-tenant.example.com #12345678";
        assertTrue(text.length() <= 160, text.length() + " letters: " + text);
        assertEquals(
                "",
                text.chars()
                        .filter(letter -> GSM.indexOf(letter) < 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
        assertTrue(text.contains("12345678"), text);
    }

    @ParameterizedTest(name = "{0} tells nobody to wait for thousands of seconds")
    @MethodSource("languages")
    void waits(String language) {
        Message wait =
                new Message(language, "strongroomEntryWait", read(language).get("strongroomEntryWait"));

        for (long seconds : new long[] {121, 300, 901, 1800, 3600, 3601}) {
            assertFalse(wait.format(seconds).matches("(?s).*\\d[.,]?\\d{2,}.*"), wait.format(seconds));
        }
    }

    private static Set<String> used() {
        String java = Sources.java();
        String templates = String.join("\n", Sources.templates().values());
        Set<String> used = new TreeSet<>(Sources.find("msg\\(\\s*\"([^\"]+)\"", templates));
        for (String text : new String[] {java, templates}) {
            used.addAll(Sources.find("\"(strongroom[A-Z][A-Za-z]*)\"", text));
        }
        used.addAll(Sources.find("\"(requiredAction\\.[\\w-]+)\"", java));
        Sources.find("ID = \"([\\w-]+)\"", java).forEach(id -> {
            if (read("en").containsKey("requiredAction." + id)) {
                used.add("requiredAction." + id);
            }
        });
        Set<String> prefixes = Sources.find("\"(strongroom[A-Z][A-Za-z]*-)\"", java);
        Set<String> methods = Sources.find("[A-Z]+\\(\"(\\w+)\"\\)", Sources.java("Choice.java"));
        assertTrue(prefixes.isEmpty() || !methods.isEmpty(), "the methods are read from Java");
        prefixes.forEach(prefix -> methods.forEach(method -> used.add(prefix + method)));
        return used;
    }

    private static Set<String> parameters(String pattern) {
        return Sources.find("\\{(\\d+(?:,choice)?)", pattern);
    }

    static Set<String> languages() {
        return Sources.languages();
    }

    static Stream<Message> messages() {
        return languages().stream()
                .flatMap(language -> read(language).entrySet().stream()
                        .map(message -> new Message(language, message.getKey(), message.getValue())));
    }

    /** A message of one language. */
    record Message(String language, String key, String pattern) {

        boolean counts() {
            return pattern.contains(",choice,");
        }

        /** As a page has it: what it counts is a number, what it names a string. */
        String format(long count) {
            Object[] arguments = IntStream.range(0, 4)
                    .mapToObj(n -> pattern.contains("{" + n + ",choice,") ? (Object) count : (Object) ("name" + n))
                    .toArray();
            return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
        }

        @Override
        public String toString() {
            return language + ": " + key;
        }
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.messages(language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, value) -> messages.put((String) key, (String) value));
        return messages;
    }
}
