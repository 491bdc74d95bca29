package io.strongroom.gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.gateway.SendResult;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The section Results of docs/operations.md")
class ResultsTableTest {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");
    private static final Path MESSAGES =
            Path.of("../themes/src/main/resources/theme-resources/messages/messages_en.properties");

    private static final Pattern SECTION = Pattern.compile("(?s)\n## Results\n(.*?)\n## ");
    private static final String SENDS = "Results of a send:";
    private static final String ENTRIES = "Outcomes of an entry:";

    /** Words that only the page knows, and that no gateway returns. */
    private static final Set<String> PAGE_ONLY = Set.of("busy", "sending");

    private record Row(String word, String metric, String error, String log, String page) {}

    @Test
    @DisplayName("X12 lists every result of a send, the metric for skipped gateways and the words of the page, and "
            + "nothing else")
    void sendWords() throws IOException {
        Set<String> expected = new TreeSet<>(sendResults());
        expected.add(BreakerCall.SKIPPED);
        expected.addAll(PAGE_ONLY);

        assertEquals(expected, words(table(SENDS)));
    }

    @Test
    @DisplayName("X12 uses the word of a result in metric, event error code and log")
    void sendColumns() throws IOException {
        Set<String> results = sendResults();

        for (Row row : table(SENDS)) {
            if (results.contains(row.word())) {
                boolean isFailure = !row.word().equals(new SendResult.Accepted("").word());
                assertEquals("`strongroom_sms_sends_total{outcome=\"" + row.word() + "\"}`", row.metric());
                assertEquals(isFailure ? "`sms_" + row.word() + "`" : "none", row.error());
                assertEquals(isFailure, row.log().contains(": " + row.word() + ": "), row::log);
            }
        }
    }

    @Test
    @DisplayName("X12 names only existing message keys of the page")
    void pages() throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES)) {
            messages.load(reader);
        }

        for (Row row : table(SENDS)) {
            boolean exists = messages.containsKey(row.page().replace("`", ""));
            assertEquals(!row.word().equals(BreakerCall.SKIPPED), exists, row::toString);
        }
    }

    @Test
    @DisplayName("X12 lists every outcome of an entry with its metric, and nothing else")
    void entryOutcomes() throws IOException {
        List<Row> rows = table(ENTRIES);

        assertEquals(countedOutcomes(), words(rows));
        rows.forEach(
                row -> assertEquals("`strongroom_verifications_total{outcome=\"" + row.word() + "\"}`", row.metric()));
    }

    private static Set<String> sendResults() {
        return Arrays.stream(SendResult.class.getPermittedSubclasses())
                .map(type -> create(type).word())
                .collect(Collectors.toSet());
    }

    private static SendResult create(Class<?> type) {
        try {
            return (SendResult) type.getDeclaredConstructor(String.class).newInstance("reason");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the outcomes that the metric gets if every outcome is counted once. */
    private static Set<String> countedOutcomes() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            Stream.of(EntryOutcome.values()).forEach(outcome -> outcome.count("results-table"));
            return registry.find("strongroom.verifications").tag("factor", "results-table").counters().stream()
                    .map(Counter::getId)
                    .map(id -> id.getTag("outcome"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    private static Set<String> words(List<Row> rows) {
        Set<String> words = rows.stream().map(Row::word).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rows.size(), words.size(), "each word has one row");
        return words;
    }

    private static List<Row> table(String heading) throws IOException {
        String section = SECTION.matcher(Files.readString(DOCUMENT))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertTrue(section.contains(heading), section);
        return section.substring(section.indexOf(heading))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(ResultsTableTest::row)
                .toList();
    }

    private static Row row(String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*");
        return new Row(cells[1].replace("`", ""), cells[2], cells[3], cells[4], cells[5]);
    }
}
