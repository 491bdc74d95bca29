package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages of the jar that ships. */
final class Languages {
    /** A right-to-left language, whether its texts ship or not. */
    static final String RIGHT_TO_LEFT = "ar";

    private static final Pattern FILE = Pattern.compile("theme-resources/messages/messages_(\\w+)\\.properties");

    private Languages() {}

    /** In the form that realms use: {@code de}, {@code pt-BR}. */
    static Set<String> shipped() {
        return MESSAGES.keySet();
    }

    /** The patterns of one language. */
    static Map<String, String> messages(String language) {
        return MESSAGES.get(language);
    }

    private static final Map<String, Map<String, String>> MESSAGES = read();

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> messages = new TreeMap<>();
        try (JarFile jar = new JarFile(Layout.shippedJar().toFile())) {
            for (var entry : jar.stream().toList()) {
                Matcher file = FILE.matcher(entry.getName());
                if (file.matches()) {
                    Properties properties = new Properties();
                    try (Reader reader = new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
                        properties.load(reader);
                    }
                    Map<String, String> texts = new TreeMap<>();
                    properties.forEach((key, text) -> texts.put((String) key, (String) text));
                    messages.put(realmLocale(file.group(1)), texts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    /** Keycloak's realms use a country code where its files use a script code. */
    private static String realmLocale(String file) {
        return switch (file) {
            case "zh_Hans" -> "zh-CN";
            case "zh_Hant" -> "zh-TW";
            default -> file.replace('_', '-');
        };
    }

    /** Returns the keys of a language's messages with this prefix. */
    static Set<String> keys(String prefix) {
        Set<String> keys = new TreeSet<>(MESSAGES.get("en").keySet());
        keys.removeIf(key -> !key.startsWith(prefix));
        return keys;
    }
}
