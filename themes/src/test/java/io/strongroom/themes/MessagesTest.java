package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            "remembered-browser-display-name",
            "remembered-browser-help-text",
            "two-factor-grace-display-name",
            "two-factor-grace-help-text",
            "two-factor-unproven-link-display-name",
            "two-factor-unproven-link-help-text",
            "backup-codes-display-name",
            "backup-codes-help-text");

    private static final List<Long> COUNTS = List.of(0L, 1L, 2L, 5L, 61L, 121L, 301L, 901L, 1801L, 3601L, 86_400L);

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    /** Languages that are not written in Latin letters: two messages of 67 letters each carry a code. */
    private static final Set<String> OTHER_SCRIPTS =
            Set.of("ar", "el", "fa", "hy", "ja", "ka", "kk", "ko", "ky", "ru", "th", "uk", "zh_Hans", "zh_Hant");

    /** The letters of GSM 03.38's basic set: a message with any other is half as long. */
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    @Test
    @DisplayName("X14 there are as many languages as Keycloak's own login pages have")
    void allLanguages() throws IOException {
        JarURLConnection login = (JarURLConnection) MessagesTest.class
                .getResource("/theme/base/login/theme.properties")
                .openConnection();
        Pattern messages = Pattern.compile("theme/base/login/messages/messages_(\\w+)\\.properties");
        Set<String> keycloaks = login.getJarFile().stream()
                .map(entry -> messages.matcher(entry.getName()))
                .filter(Matcher::matches)
                .map(language -> language.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(keycloaks, Sources.languages());
    }

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
        Map<String, String> english = read("en");

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
        String text = new MessageFormat(read(language).get("strongroomSmsText"), Sources.locale(language))
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
        return Sources.find("\\{(\\d+)", pattern);
    }

    static Set<String> languages() {
        return Sources.languages();
    }

    /** The keys of the messages of which something is true. */
    private static Set<String> keys(String language, Predicate<Message> what) {
        return read(language).entrySet().stream()
                .map(message -> new Message(language, message.getKey(), message.getValue()))
                .filter(what)
                .map(Message::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String language) {
        return READ.computeIfAbsent(language, MessagesTest::load);
    }

    private static Map<String, String> load(String language) {
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
