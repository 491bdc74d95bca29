package io.strongroom.admin.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of docs/api.md")
class ApiPageTest {

    private static final Path PAGE = Path.of("../docs/api.md");
    private static final String PREFIX = "/admin/realms/{realm}/two-factor/";
    private static final Pattern PATH = Pattern.compile("`([^`]+)`");
    private static final Pattern METHOD = Pattern.compile("\\b(GET|PUT|POST|DELETE)\\b");

    @Test
    @DisplayName("lists every path of the admin API with its methods, and no others")
    void complete() throws IOException {
        Map<String, Set<String>> described = new TreeMap<>();
        Map<String, Set<String>> existing = new TreeMap<>();
        Map<String, Set<String>> methods = existing();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                Set<String> ofRow = new TreeSet<>();
                paths(cells[1]).forEach(path -> ofRow.addAll(methods.getOrDefault(path, Set.of("none"))));
                existing.put(cells[1], ofRow);
                described.put(cells[1], found(cells[2]));
            }
        }

        assertEquals(existing, described);
        Set<String> paths = new TreeSet<>();
        described.keySet().forEach(cell -> paths(cell).forEach(paths::add));
        assertEquals(methods.keySet(), paths);
    }

    private static Map<String, Set<String>> existing() {
        Map<String, Set<String>> methods = new TreeMap<>();
        OpenApiDocument.generate().path("paths").properties().forEach(path -> {
            Set<String> ofPath =
                    methods.computeIfAbsent(path.getKey().substring(PREFIX.length()), any -> new TreeSet<>());
            path.getValue().fieldNames().forEachRemaining(name -> ofPath.addAll(found(name.toUpperCase(Locale.ROOT))));
        });
        return methods;
    }

    private static Set<String> found(String text) {
        Set<String> methods = new TreeSet<>();
        METHOD.matcher(text).results().forEach(method -> methods.add(method.group()));
        return methods;
    }

    /** The part in brackets is optional. */
    private static Stream<String> paths(String cell) {
        return PATH.matcher(cell)
                .results()
                .map(path -> path.group(1))
                .flatMap(path -> path.contains("[")
                        ? Stream.of(path.replaceFirst("\\[.*]", ""), path.replaceAll("[\\[\\]]", ""))
                        : Stream.of(path));
    }
}
