package io.strongroom.testrealm.attack;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The document docs/security.md")
class SecurityDocumentTest {
    private static final Path ROOT = Layout.target().resolve("../..").normalize();
    private static final Pattern FIGURE = Pattern.compile("^\\| (\\d+)\\. .*\\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`(\\w+(?:IT|Test))`");

    private final String document = read(ROOT.resolve("docs/security.md"));
    private final Map<String, String> tests = tests();

    @Test
    @DisplayName("names only tests that exist")
    void existing() {
        Set<String> named =
                CLASS.matcher(document).results().map(match -> match.group(1)).collect(toSet());

        named.removeAll(tests.keySet());

        assertEquals(Set.of(), named);
    }

    @Test
    @DisplayName("has all thirty figures, each with tests that carry its number")
    void figures() {
        Map<Integer, List<String>> rows = new TreeMap<>();
        FIGURE.matcher(document).results().forEach(row -> rows.put(Integer.valueOf(row.group(1)), classes(row)));

        assertEquals(IntStream.rangeClosed(1, 30).boxed().toList(), List.copyOf(rows.keySet()));
        rows.forEach((figure, classes) -> {
            assertTrue(!classes.isEmpty(), () -> "figure " + figure + " has no test");
            classes.forEach(
                    name -> assertTrue(bears(tests.get(name), figure), () -> name + " does not bear figure " + figure));
        });
    }

    private static List<String> classes(MatchResult row) {
        return CLASS.matcher(row.group(2))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static boolean bears(String source, int figure) {
        Matcher bearing =
                Pattern.compile("security (?:\\d+, )*" + figure + "\\b").matcher(source);
        return bearing.find();
    }

    private static Map<String, String> tests() {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("authenticators", "admin-ui-ext", "test-realm")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
