package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Templates and scripts")
class ResourcesTest {

    /** What the server makes itself: the picture and the link that an app is set up by. */
    private static final String OF_AN_APP = "data:image/png;base64,\\$\\{setUp\\.|\\$\\{setUp\\.link}";

    @ParameterizedTest(name = "{0} carries its own hash: browsers keep it for long")
    @MethodSource({"scripts", "styles"})
    void hashInName(Path script) throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(script));
        String prefix = HexFormat.of().formatHex(hash).substring(0, 8);

        assertTrue(script.getFileName().toString().contains("." + prefix + "."), "the hash is " + prefix);
    }

    @Test
    @DisplayName("every script and style a template names is there, and each is named")
    void scriptsExist() {
        String all = String.join("\n", Sources.templates().values());

        assertEquals(
                Stream.concat(scripts().stream(), styles().stream())
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toSet()),
                Sources.find("/(?:js|css)/([\\w.-]+)\"", all));
    }

    @Test
    @DisplayName("every page that Java renders is there, and every page is rendered or imported")
    void templatesExist() {
        Set<String> named =
                new TreeSet<>(Sources.find("\"((?:html/|text/)?strongroom-[\\w-]+\\.ftl)\"", Sources.java()));
        Sources.templates()
                .values()
                .forEach(text -> named.addAll(Sources.find("\"(strongroom-[\\w-]+\\.ftl)\"", text)));

        assertEquals(Sources.templates().keySet(), named);
    }

    @ParameterizedTest(name = "{0} can be parsed")
    @MethodSource("templates")
    void parses(String name) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);

        Template template = new Template(name, new StringReader(text(name)), configuration);

        assertFalse(template.toString().isBlank(), "is empty");
    }

    @ParameterizedTest(name = "{0} has neither script nor handler nor style in line: a strict CSP may forbid them")
    @MethodSource("templates")
    void nothingInLine(String name) {
        String html = markup(name);

        assertNone("<script(?![^>]*\\bsrc=)[^>]*>", html);
        assertNone("<script[^>]*>(?!</script>)", html);
        assertNone("(?i)<[a-z][^>]*\\son[a-z]+\\s*=", html);
        assertNone("(?i)<[a-z][^>]*\\sstyle\\s*=\\s*[\"']", html);
        assertNone("(?i)<style", html);
        assertNone("(?i)javascript:", html);
    }

    @ParameterizedTest(name = "{0} loads nothing from elsewhere")
    @MethodSource("templates")
    void nothingFromElsewhere(String name) {
        assertNone(
                "(?i)(?:src|href|action)=\"(?!\\$\\{url\\.|\\$\\{refusal\\.signOut\\}|\"|" + OF_AN_APP + ")",
                markup(name));
        assertNone("(?i)https?://|\"//", markup(name));
    }

    @ParameterizedTest(name = "{0} escapes what it shows")
    @MethodSource("templates")
    void escapes(String name) {
        assertNone("\\?no_esc|<#noautoesc|kcSanitize|<#noescape", markup(name));
    }

    @ParameterizedTest(name = "{0}: a code is no number: no type=number, and leading zeros stay")
    @MethodSource("templates")
    void noNumberFields(String name) {
        assertNone("type=\"number\"", markup(name));
    }

    @ParameterizedTest(name = "{0} sends codes to the server only in a form that is posted")
    @MethodSource("templates")
    void formsArePosted(String name) {
        for (String form : Sources.find("(<form[^>]*>)", markup(name))) {
            assertTrue(form.contains("method=\"post\"") && form.contains("action=\"${url.loginAction}\""), form);
        }
    }

    @ParameterizedTest(name = "the field {0} of the contract is on a page")
    @ValueSource(strings = {"code", "phoneNumber", "method", "resend"})
    void fields(String field) {
        assertTrue(
                Sources.templates().values().stream().anyMatch(text -> text.contains(" name=\"" + field + "\"")),
                field);
    }

    @ParameterizedTest(name = "{0} keeps nothing in the browser and sends nothing elsewhere")
    @MethodSource("scripts")
    void scriptsKeepNothing(Path script) throws IOException {
        String text = Files.readString(script);

        assertNone("localStorage|sessionStorage|document\\.cookie|indexedDB", text);
        assertNone("https?://|sendBeacon|WebSocket|XMLHttpRequest", text);
        assertNone("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function", text);
        assertNone("\\.style\\b", text);
    }

    @Test
    @DisplayName("docs/theming.md names every class that a theme can give, and every name that its rules may use")
    void theming() throws IOException {
        String all = String.join("\n", Sources.templates().values());
        String document = Files.readString(Path.of("../docs/theming.md"));
        Set<String> names = Sources.find("properties\\.(kc\\w+)", all);
        names.addAll(Sources.find("\\bid=\"(strongroom-[\\w-]*\\w)\"", all));
        names.removeIf(name -> document.contains("`" + name + "`"));

        assertEquals(Set.of(), names);
    }

    private static void assertNone(String expression, String text) {
        Set<String> found = Sources.find("(" + expression + ")", text);

        assertEquals(Set.of(), found);
    }

    /** Without FreeMarker's tags, whose {@code >} would end an element, and without comments. */
    private static String markup(String name) {
        String text = Pattern.compile("<#--.*?-->", Pattern.DOTALL)
                .matcher(text(name))
                .replaceAll("");
        return text.replaceAll("</?[#][^>]*>", "");
    }

    private static String text(String name) {
        String text = Sources.templates().get(name);
        assertFalse(text.isBlank(), name);
        return text;
    }

    static Set<String> templates() {
        return Sources.templates().keySet();
    }

    static List<Path> scripts() {
        return Sources.scripts();
    }

    static List<Path> styles() {
        return Sources.styles();
    }
}
