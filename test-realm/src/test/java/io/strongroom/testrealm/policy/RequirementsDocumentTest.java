package io.strongroom.testrealm.policy;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The document docs/requirements.md")
class RequirementsDocumentTest {
    private static final Path ROOT = Layout.target().resolve("../..").normalize();
    private static final Pattern REQUIREMENT = Pattern.compile("^- \\*\\*([A-Z]\\d+)\\*\\* (.*)$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("\\b[DCTOX]\\d+\\b");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\n]*\"");
    private static final String PLANNED = "*planned* ";

    @Test
    @DisplayName("has a test for every requirement, with the requirement's number in its display name")
    void tested() throws IOException {
        Set<String> promised = new TreeSet<>();
        REQUIREMENT
                .matcher(Files.readString(ROOT.resolve("docs/requirements.md")))
                .results()
                .filter(line -> !line.group(2).startsWith(PLANNED))
                .forEach(line -> promised.add(line.group(1)));
        assertTrue(promised.size() > 50, promised::toString);

        for (String module : List.of("authenticators", "themes", "admin-ui-ext", "test-realm")) {
            Path tests = ROOT.resolve(module + "/src/test");
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file : files.filter(RequirementsDocumentTest::isTest).toList()) {
                    promised.removeAll(numbers(file));
                }
            }
        }

        assertEquals(Set.of(), promised);
    }

    private static Set<String> numbers(Path test) throws IOException {
        return LITERAL.matcher(Files.readString(test))
                .results()
                .flatMap(literal -> NUMBER.matcher(literal.group()).results())
                .map(MatchResult::group)
                .collect(toSet());
    }

    private static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("Test.java") || name.endsWith("IT.java") || name.endsWith("Stories.java");
    }
}
