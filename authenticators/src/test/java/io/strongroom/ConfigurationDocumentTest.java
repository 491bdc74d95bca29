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
    private static final Pattern READ = Pattern.compile("\\b(?:text|secret|flag|number)\\(\"([a-z][a-z-]+)\"");

    /** The table's entry of an attribute. {@code standard} is empty if the default is no value. */
    private record Entry(String values, String standard) {}

    @Test
    @DisplayName("list every attribute of a tenant, and no other")
    void tenants() throws IOException {
        assertEquals(names(tenantSettings()), table("Realm attributes").keySet());
    }

    @Test
    @DisplayName("list every attribute of a data room, and no other")
    void rooms() throws IOException {
        Set<String> expected = names(roomSettings());
        expected.add(RoomPolicy.ADMINISTRATORS);

        assertEquals(expected, table("Group attributes").keySet());
    }

    @TestFactory
    @DisplayName("show the allowed values and the default")
    Stream<DynamicTest> values() throws IOException {
        Map<String, Entry> ofRealms = table("Realm attributes");
        Map<String, Entry> ofGroups = table("Group attributes");
        return Stream.concat(
                tenantSettings().stream().map(setting -> test("realm", setting, ofRealms)),
                roomSettings().stream().map(setting -> test("group", setting, ofGroups)));
    }

    private static DynamicTest test(String of, Setting setting, Map<String, Entry> table) {
        return DynamicTest.dynamicTest(of + " attribute " + setting.attribute(), () -> {
            Entry entry = table.get(setting.attribute());
            allowed(setting.kind())
                    .forEach(word ->
                            assertTrue(entry.values().contains(word), () -> word + " is not in " + entry.values()));
            if (setting.value() != null && !List.of().equals(setting.value())) {
                assertEquals(words(setting.asAttribute()), words(entry.standard()));
            }
        });
    }

    /** What the table has to show. */
    private static Stream<String> allowed(Setting.Kind kind) {
        if (kind instanceof Setting.Range range) {
            return Stream.of(range.lowest() + "–" + range.highest());
        }
        if (kind instanceof Setting.OneOf one) {
            return one.words().stream().map(word -> "`" + word + "`");
        }
        return kind instanceof Setting.SomeOf some
                ? some.words().stream().map(word -> "`" + word + "`")
                : Stream.empty();
    }

    @Test
    @DisplayName("describe every option that gateways, their pools and mails read, unless docs/gateways.md does")
    void options() throws IOException {
        String documents = Files.readString(DOCUMENT) + Files.readString(Path.of("../docs/gateways.md"));

        List<String> missing = READ.matcher(optionReaders())
                .results()
                .map(read -> read.group(1))
                .filter(name -> !documents.contains("`" + name + "`") && !documents.contains("--" + name + "`"))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("describe no option that nobody reads")
    void optionsThatExist() throws IOException {
        String sources = optionReaders();
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

    /** Code may build a name from two parts, as in {@code success-status}. */
    private static boolean isRead(String name, String sources) {
        int dash = name.lastIndexOf('-');
        return sources.contains("\"" + name + "\"")
                || dash > 0
                        && sources.contains("\"" + name.substring(0, dash) + "\"")
                        && sources.contains("\"" + name.substring(dash) + "\"");
    }

    private static String optionReaders() throws IOException {
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

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.split(",")));
    }

    /**
     * Returns the entries by attribute. Several attributes of one row have their defaults in the same order. A name that begins with a dot
     * replaces the last part of the name before it.
     */
    private static Map<String, Entry> table(String section) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        for (String[] row : rows(section)) {
            List<String> defaults = codes(row[2]);
            String before = "";
            int position = 0;
            for (String code : codes(row[0])) {
                String name = code.startsWith(".") ? before.substring(0, before.lastIndexOf('.')) + code : code;
                entries.put(name, new Entry(row[1], position < defaults.size() ? defaults.get(position) : ""));
                before = name;
                position++;
            }
        }
        return entries;
    }

    /** Returns the cells of the first table of a section. */
    private static List<String[]> rows(String section) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.equals("## " + section))
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
                () -> "a row does not have three cells below " + section);
        return rows;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
