package io.strongroom.testrealm.harness;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The metrics at a server's {@code /metrics}. */
public final class Metrics {
    private final URI uri;

    public Metrics(int managementPort) {
        this.uri = URI.create("http://localhost:" + managementPort + "/metrics");
    }

    /**
     * Returns the sum over all series of that name which have all these tags; 0 if there are none.
     *
     * @param tags as Prometheus writes them: {@code gateway="vonage-sms"}
     */
    public double sum(String name, String... tags) {
        return series().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(tags).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** All lines of ours. */
    public List<String> ours() {
        return series().filter(line -> line.startsWith("strongroom_")).toList();
    }

    private Stream<String> series() {
        var answer = Http.send(Http.to(uri).GET().build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(uri + " answered " + answer.statusCode());
        }
        return answer.body().lines().filter(line -> !line.startsWith("#"));
    }
}
