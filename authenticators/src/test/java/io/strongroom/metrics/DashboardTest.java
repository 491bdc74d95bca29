package io.strongroom.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The dashboard and the operations handbook")
class DashboardTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern NAME = Pattern.compile("strongroom_[a-z_]+");

    private static final List<String> COUNTERS = List.of(
            Meters.STOPPED, Meters.SENDS, Meters.TRANSITIONS, Meters.DROPPED, Meters.REFUSED, Meters.VERIFICATIONS);
    private static final List<String> GAUGES = List.of(Meters.QUEUE, Meters.BREAKER_TENANTS);
    private static final List<String> TIMERS = List.of(Meters.LATENCY);

    @Test
    @DisplayName("X12 show only existing metrics")
    void dashboard() throws IOException {
        Set<String> shown = namesIn("grafana-dashboard.json");

        shown.removeAll(exported());

        assertEquals(Set.of(), shown);
    }

    @Test
    @DisplayName("X12 show every metric on the dashboard")
    void complete() throws IOException {
        Set<String> shown = namesIn("grafana-dashboard.json");

        List<String> missing = Stream.of(COUNTERS, GAUGES, TIMERS)
                .flatMap(List::stream)
                .map(DashboardTest::prometheus)
                .filter(name -> shown.stream().noneMatch(metric -> metric.startsWith(name)))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("X12 explain every metric of the dashboard, and only existing ones")
    void handbook() throws IOException {
        Set<String> explained = namesIn("operations.md");

        assertTrue(exported().containsAll(explained), explained::toString);
        assertTrue(explained.containsAll(namesIn("grafana-dashboard.json").stream()
                .map(name -> name.replaceFirst("_bucket$", "_count"))
                .collect(Collectors.toSet())));
    }

    private static Set<String> namesIn(String file) throws IOException {
        return NAME.matcher(Files.readString(DOCS.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of all metrics in the format of Prometheus. */
    private static Set<String> exported() {
        return Stream.of(
                        COUNTERS.stream().map(name -> prometheus(name) + "_total"),
                        GAUGES.stream().map(DashboardTest::prometheus),
                        TIMERS.stream()
                                .flatMap(name -> Stream.of("_count", "_sum", "_max", "_bucket")
                                        .map(part -> prometheus(name) + "_seconds" + part)))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static String prometheus(String name) {
        return name.replace('.', '_');
    }
}
