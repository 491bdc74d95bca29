package io.strongroom.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The metrics")
class MetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void attach() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void detach() {
        Metrics.removeRegistry(registry);
    }

    @Test
    @DisplayName("X12 count sends by gateway and outcome and time them by gateway")
    void sends() {
        Meters.sent("one", "accepted");
        Meters.sent("one", "accepted");
        Meters.sent("one", "not_sent");
        Meters.answered("one", Duration.ofMillis(300));

        assertEquals(2, count(Meters.SENDS, "gateway", "one", "outcome", "accepted"));
        assertEquals(1, count(Meters.SENDS, "gateway", "one", "outcome", "not_sent"));
        assertEquals(
                300, registry.get(Meters.LATENCY).tag("gateway", "one").timer().totalTime(TimeUnit.MILLISECONDS));
    }

    @Test
    @DisplayName("X12 count entries by factor and outcome, and refusals by the limit reached")
    void entries() {
        Meters.verified("sms-otp", "wrong");
        Meters.refused("tenant");

        assertEquals(1, count(Meters.VERIFICATIONS, "factor", "sms-otp", "outcome", "wrong"));
        assertEquals(1, count(Meters.REFUSED, "limit", "tenant"));
    }

    @Test
    @DisplayName("X12 read gauges of queues and breakers at each scrape")
    void gauges() {
        Meters.queue("two", () -> 7);
        Meters.breakers("two", "open", () -> 3);
        Meters.breakerChanged("two", "open");
        Meters.dropped("two", 5);

        assertEquals(7, registry.get(Meters.QUEUE).tag("gateway", "two").gauge().value());
        assertEquals(
                3,
                registry.get(Meters.BREAKER_TENANTS)
                        .tags("gateway", "two", "state", "open")
                        .gauge()
                        .value());
        assertEquals(1, count(Meters.TRANSITIONS, "gateway", "two", "to", "open"));
        assertEquals(5, count(Meters.DROPPED, "gateway", "two"));
    }

    @Test
    @DisplayName("X12 have few tags, and never a tenant, a user or a phone number")
    void tags() {
        Meters.sent("three", "accepted");
        Meters.answered("three", Duration.ofMillis(300));
        Meters.queue("three", () -> 7);
        Meters.breakers("three", "open", () -> 3);
        Meters.breakerChanged("three", "open");
        Meters.dropped("three", 5);
        Meters.refused("tenant");
        Meters.verified("sms-otp", "wrong");

        Set<String> keys = registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("strongroom."))
                .flatMap(id -> id.getTags().stream())
                .map(Tag::getKey)
                .collect(Collectors.toSet());

        keys.remove("le"); // tag of a timer's buckets
        assertEquals(Set.of("gateway", "outcome", "factor", "limit", "state", "to"), keys);
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }
}
