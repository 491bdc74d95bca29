package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.JarURLConnection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Keys of messages")
class MessageKeysTest {

    /** Keys of Keycloak's own login pages, translated there. */
    private static final Set<String> KEYCLOAKS = Set.of(
            "doLogIn",
            "doCancel",
            "doConfirmDelete",
            "doLogout",
            "deleteCredentialMessage",
            "deleteCredentialTitle",
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
            "two-factor-email-display-name",
            "two-factor-email-help-text",
            "email-otp-display-name",
            "email-otp-help-text",
            "backup-codes-display-name",
            "backup-codes-help-text");

    @Test
    @DisplayName("X14 there are as many languages as Keycloak's own login pages have")
    void allLanguages() throws IOException {
        JarURLConnection login = (JarURLConnection) MessageKeysTest.class
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
        assertEquals(Messages.of("en").keySet(), Messages.of(language).keySet());
    }

    @ParameterizedTest(name = "{0} says nothing twice")
    @MethodSource("languages")
    void noDuplicates(String language) {
        long lines = Sources.messages(language)
                .lines()
                .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                .count();

        assertEquals(lines, Messages.of(language).size());
    }

    @ParameterizedTest(name = "{0} leaves nothing empty")
    @MethodSource("languages")
    void nothingEmpty(String language) {
        assertEquals(
                Set.of(),
                Messages.of(language).entrySet().stream()
                        .filter(message -> message.getValue().isBlank()
                                || !message.getValue().equals(message.getValue().strip()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("every key that a template or a Java class names is there")
    void everyKeyIsThere() {
        Set<String> missing = used();
        missing.removeAll(Messages.of("en").keySet());
        missing.removeAll(KEYCLOAKS);
        missing.removeIf(
                used -> isFamily(used) && Messages.of("en").keySet().stream().anyMatch(key -> key.startsWith(used)));

        assertEquals(Set.of(), missing);
    }

    @Test
    @DisplayName("every key is used")
    void everyKeyIsUsed() {
        Set<String> unused = new TreeSet<>(Messages.of("en").keySet());
        unused.removeAll(used());
        used().stream().filter(MessageKeysTest::isFamily).forEach(used -> unused.removeIf(key -> key.startsWith(used)));
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
        Set<String> ids = Messages.of("en").keySet().stream()
                .filter(key -> key.startsWith("requiredAction."))
                .map(key -> key.substring("requiredAction.".length()))
                .collect(Collectors.toSet());

        assertFalse(ids.isEmpty());
        ids.forEach(id -> assertTrue(java.contains("ID = \"" + id + "\""), id));
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
            if (Messages.of("en").containsKey("requiredAction." + id)) {
                used.add("requiredAction." + id);
            }
        });
        Set<String> prefixes = Sources.find("\"(strongroom[A-Z][A-Za-z]*-)\"", java);
        Set<String> methods = Sources.find("new Method\\(\\s*\"([\\w-]+)\"", java);
        assertTrue(prefixes.isEmpty() || !methods.isEmpty(), "the methods are read from Java");
        prefixes.forEach(prefix -> methods.forEach(method -> used.add(prefix + method)));
        used.addAll(prefixes);
        return used;
    }

    static Set<String> languages() {
        return Sources.languages();
    }
}
