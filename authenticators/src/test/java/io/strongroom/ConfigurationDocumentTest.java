package io.strongroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The tables of docs/configuration.md")
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern OPTION_READ = Pattern.compile("\\b(?:text|secret|flag|number)\\(\"([a-z][a-z-]+)\"");

    /**
     * The cells of one attribute.
     *
     * @param values       text that describes the allowed values
     * @param defaultValue empty if the default is no value
     */
    private record Entry(String values, String defaultValue) {}

    @Test
    @DisplayName("list every attribute of a tenant and no other")
    void tenants() throws IOException {
        assertEquals(names(tenantSettings()), table("Realm attributes").keySet());
    }

    @Test
    @DisplayName("list every attribute of a data room and no other")
    void rooms() throws IOException {
        Set<String> expected = names(roomSettings());
        expected.add(RoomPolicy.ADMINISTRATORS);

        assertEquals(expected, table("Group attributes").keySet());
    }

    @TestFactory
    @DisplayName("give the allowed values and the defaults")
    Stream<DynamicTest> values() throws IOException {
        Map<String, Entry> realmAttributes = table("Realm attributes");
        Map<String, Entry> groupAttributes = table("Group attributes");
        return Stream.concat(
                tenantSettings().stream().map(setting -> test("realm", setting, realmAttributes)),
                roomSettings().stream().map(setting -> test("group", setting, groupAttributes)));
    }

    private static DynamicTest test(String owner, Setting setting, Map<String, Entry> table) {
        return DynamicTest.dynamicTest(owner + " attribute " + setting.attribute(), () -> {
            Entry entry = table.get(setting.attribute());
            allowedValues(setting.kind())
                    .forEach(value ->
                            assertTrue(entry.values().contains(value), () -> value + " is not in " + entry.values()));
            if (setting.value() != null && !List.of().equals(setting.value())) {
                assertEquals(split(setting.asAttribute()), split(entry.defaultValue()));
            }
        });
    }

    /** Returns the texts that the table must contain. */
    private static Stream<String> allowedValues(Setting.Kind kind) {
        if (kind instanceof Setting.Range range) {
            return Stream.of(range.lowest() + "–" + range.highest());
        }
        if (kind instanceof Setting.OneOf one) {
            return one.words().stream().map(value -> "`" + value + "`");
        }
        return kind instanceof Setting.SomeOf some
                ? some.words().stream().map(value -> "`" + value + "`")
                : Stream.empty();
    }

    @Test
    @DisplayName("describe every option of gateways, their pools and e-mails")
    void options() throws IOException {
        String documents = Files.readString(DOCUMENT) + Files.readString(Path.of("../docs/gateways.md"));

        List<String> missing = OPTION_READ
                .matcher(sourcesWithOptions())
                .results()
                .map(option -> option.group(1))
                .filter(name -> !documents.contains("`" + name + "`") && !documents.contains("--" + name + "`"))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("describe only options that the code reads")
    void optionsExist() throws IOException {
        String sources = sourcesWithOptions();
        List<String> described = rows("Server options").stream()
                .flatMap(row -> codes(row[0]).stream())
                .filter(option -> option.contains("--"))
                .map(option -> option.substring(option.lastIndexOf("--") + 2))
                .filter(option -> option.matches("[a-z-]+[a-z]") && !"provider-default".equals(option))
                .toList();

        assertTrue(described.size() > 15, described::toString);
        assertEquals(
                List.of(),
                described.stream().filter(name -> !isRead(name, sources)).toList());
    }

    /** The code may concatenate a name, as in {@code success-status}. */
    private static boolean isRead(String name, String sources) {
        int dash = name.lastIndexOf('-');
        return sources.contains("\"" + name + "\"")
                || dash > 0
                        && sources.contains("\"" + name.substring(0, dash) + "\"")
                        && sources.contains("\"" + name.substring(dash) + "\"");
    }

    private static String sourcesWithOptions() throws IOException {
        Path sources = Path.of("src/main/java/io/strongroom");
        try (Stream<Path> gateways = Files.walk(sources.resolve("gateway"))) {
            StringBuilder all =
                    new StringBuilder(Files.readString(sources.resolve("notify/NoticeListenerFactory.java")));
            for (Path file : gateways.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static List<Setting> tenantSettings() {
        return TenantPolicy.settings(name -> null);
    }

    private static List<Setting> roomSettings() {
        return RoomPolicy.settings(name -> null);
    }

    private static Set<String> names(List<Setting> settings) {
        return settings.stream().map(Setting::attribute).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> split(String text) {
        return new TreeSet<>(Arrays.asList(text.split(",")));
    }

    /**
     * Returns the entries by attribute. A row can describe several attributes: their defaults are in the same order, and a name
     * that starts with a dot replaces the last part of the name before it.
     */
    private static Map<String, Entry> table(String caption) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        for (String[] row : rows(caption)) {
            List<String> defaults = codes(row[2]);
            String previous = "";
            int position = 0;
            for (String code : codes(row[0])) {
                String name = code.startsWith(".") ? previous.substring(0, previous.lastIndexOf('.')) + code : code;
                entries.put(name, new Entry(row[1], position < defaults.size() ? defaults.get(position) : ""));
                previous = name;
                position++;
            }
        }
        return entries;
    }

    /** Returns the cells of the first table of a section. */
    private static List<String[]> rows(String caption) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.equals("## " + caption))
                .findFirst()
                .orElseThrow());
        List<String[]> rows = lines.stream()
                .skip(start)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
                .toList();
        assertTrue(
                rows.stream().allMatch(row -> row.length == 3),
                () -> "a row of the table after \"" + caption + "\" does not have three cells");
        return rows;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
