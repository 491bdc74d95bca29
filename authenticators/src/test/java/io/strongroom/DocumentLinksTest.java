package io.strongroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The documentation")
class DocumentLinksTest {

    private static final Path ROOT = Path.of("..");
    private static final int LONGEST_README = 150;
    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?) *#*$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^]\\[]*]\\(([^)\\s]+)\\)");
    private static final Pattern LINK_TEXT = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern EXTERNAL = Pattern.compile("[a-z]+:.*");

    @ParameterizedTest(name = "{0} has no broken link")
    @MethodSource("documents")
    void links(Path document) throws IOException {
        List<String> broken = links(Files.readString(ROOT.resolve(document)))
                .filter(link -> !exists(ROOT.resolve(document), link))
                .toList();

        assertEquals(List.of(), broken);
    }

    @Test
    @DisplayName("begins with a README of at most 150 lines")
    void readme() throws IOException {
        long lines = Files.readAllLines(ROOT.resolve("README.md")).size();

        assertTrue(lines <= LONGEST_README, () -> lines + " lines");
    }

    @Test
    @DisplayName("lists every page on the map, docs/index.md")
    void map() throws IOException {
        String map = Files.readString(ROOT.resolve("docs/index.md"));
        List<String> missing;
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            missing = pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("index.md") && !map.contains("](" + name))
                    .toList();
        }

        assertEquals(List.of(), missing);
    }

    @ParameterizedTest(name = "\"{0}\" has the anchor {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "What it does not do; what-it-does-not-do",
                "X · Beyond; x--beyond",
                "A vendor's bad day; a-vendors-bad-day",
                "`acr` and step-up; acr-and-step-up",
                "[Codes](x.md) & locks; codes--locks",
                "snake_case 2; snake_case-2",
                "Über uns; über-uns"
            })
    void slugs(String heading, String anchor) {
        assertEquals(Set.of(anchor), anchors("# " + heading));
    }

    @Test
    @DisplayName("numbers the anchors of repeated headings and has none for code")
    void repeated() {
        assertEquals(Set.of("a", "a-1", "a-2"), anchors("# A\n## A\n```sh\n# no heading\n```\n## A"));
    }

    @Test
    @DisplayName("has links only outside of code")
    void code() {
        assertEquals(
                List.of("a.md#b", "c.png"),
                links("[a](a.md#b) `[x](y.md)` [![c](c.png)](https://example.com)\n```\n[z](z.md)\n```\n")
                        .toList());
    }

    static Stream<Path> documents() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .sorted()
                    .toList();
        }
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                        .map(Path::of),
                pages.stream());
    }

    /** Returns the targets of all relative links and pictures. */
    private static Stream<String> links(String text) {
        String prose = CODE_SPAN.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(link -> !EXTERNAL.matcher(link).matches());
    }

    private static boolean exists(Path document, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        return Files.exists(target) && (hash < 0 || anchors(read(target)).contains(link.substring(hash + 1)));
    }

    /** Returns the anchors that GitHub gives to the headings of a document. */
    private static Set<String> anchors(String text) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(FENCED.matcher(text).replaceAll("")).results().forEach(heading -> {
            String slug = slug(heading.group(1));
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
        });
        return anchors;
    }

    /** GitHub keeps letters, digits, hyphens and underscores, in lower case, and turns each space into a hyphen. */
    private static String slug(String heading) {
        return LINK_TEXT
                .matcher(heading)
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
