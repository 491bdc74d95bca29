package io.strongroom.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this module, and the Java of the modules that render them, as text. */
final class Sources {

    private static final Path RESOURCES = Path.of("src/main/resources/theme-resources");
    private static final Path JAVA = Path.of("../authenticators/src/main/java");
    private static final Path ADMIN_JAVA = Path.of("../admin-ui-ext/src/main/java");

    private Sources() {}

    static Map<String, String> templates() {
        return texts(RESOURCES.resolve("templates"), ".ftl");
    }

    static String java() {
        return Stream.of(JAVA, ADMIN_JAVA)
                .flatMap(folder -> texts(folder, ".java").values().stream())
                .collect(Collectors.joining("\n"));
    }

    /** Those of one name. */
    static String java(String fileName) {
        return texts(JAVA, "/" + fileName).values().stream().collect(Collectors.joining("\n"));
    }

    static List<Path> scripts() {
        return files(RESOURCES.resolve("resources/js"), ".js");
    }

    static List<Path> styles() {
        return files(RESOURCES.resolve("resources/css"), ".css");
    }

    static Set<String> languages() {
        return files(RESOURCES.resolve("messages"), ".properties").stream()
                .map(file -> file.getFileName().toString().replaceAll("messages_|\\.properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The locale of a file of messages. */
    static Locale locale(String language) {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }

    static String messages(String language) {
        return text(RESOURCES.resolve("messages/messages_" + language + ".properties"));
    }

    /** What the first group of an expression matches in a text. */
    static Set<String> find(String expression, String text) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(Path folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        files(folder, ending).forEach(file -> texts.put(folder.relativize(file).toString(), text(file)));
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("nothing to test in " + folder.toAbsolutePath());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
