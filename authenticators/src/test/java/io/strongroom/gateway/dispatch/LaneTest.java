package io.strongroom.gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A gateway's lane")
class LaneTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final CountDownLatch vendorAnswers = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();

    @Test
    @DisplayName("X4 a gateway that hangs does not hold up another's messages")
    void bulkhead() throws InterruptedException {
        Lanes lanes = new Lanes(List.of("hangs", "works"), null, 2, 10);
        for (int i = 0; i < 12; i++) {
            assertTrue(send(lanes.of("hangs").orElseThrow(), this::hang));
        }
        CountDownLatch others = new CountDownLatch(12);

        for (int i = 0; i < 12; i++) {
            assertTrue(send(lanes.of("works").orElseThrow(), others::countDown));
        }

        assertTrue(others.await(LONG.toSeconds(), TimeUnit.SECONDS));
        assertEquals(0, sent.get());
        vendorAnswers.countDown();
        lanes.close(LONG);
    }

    @Test
    @DisplayName("X4 a full lane says so at once")
    void full() {
        Lane lane = new Lane("full", 1, 2);
        for (int i = 0; i < 3; i++) {
            assertTrue(send(lane, this::hang));
        }

        assertFalse(lane.take());

        vendorAnswers.countDown();
        lane.close();
        lane.awaitEnd(LONG);
        assertEquals(3, sent.get());
    }

    @Test
    @DisplayName("X4 when the server stops, what is queued still leaves")
    void leavesInTime() {
        Lane lane = new Lane("leaving", 1, 10);
        for (int i = 0; i < 11; i++) {
            send(lane, sent::incrementAndGet);
        }

        lane.close();
        lane.awaitEnd(LONG);

        assertEquals(11, sent.get());
        assertEquals(0, dropped.get());
    }

    @Test
    @DisplayName("X4 when the server stops and the vendor hangs, what is queued is dropped, and each is told")
    void dropsTheRest() throws InterruptedException {
        Lane lane = new Lane("dropping", 1, 10);
        CountDownLatch begun = new CountDownLatch(1);
        send(lane, () -> {
            begun.countDown();
            hang();
        });
        assertTrue(begun.await(LONG.toSeconds(), TimeUnit.SECONDS));
        for (int i = 0; i < 10; i++) {
            send(lane, sent::incrementAndGet);
        }
        assertEquals(10, lane.waiting());

        lane.close();
        lane.awaitEnd(Duration.ofMillis(50));

        assertEquals(10, dropped.get());
        assertEquals(0, sent.get());
    }

    @Test
    @DisplayName("X4 a server that stops takes no more")
    void closed() {
        Lane lane = new Lane("closed", 1, 10);
        assertTrue(lane.take());
        lane.close();

        assertFalse(lane.take());
        lane.run(sent::incrementAndGet, dropped::incrementAndGet);

        assertEquals(0, sent.get());
        assertEquals(1, dropped.get(), "the one whose place was taken before");
    }

    @Test
    @DisplayName("X4 a failure of ours costs neither the place nor the lane")
    void failure() throws InterruptedException {
        Lane lane = new Lane("failing", 1, 0);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        CountDownLatch failed = new CountDownLatch(1);
        Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> failed.countDown());
        try {
            send(lane, () -> {
                throw new IllegalStateException("ours");
            });
            assertTrue(failed.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertTrue(send(lane, sent::incrementAndGet));
        lane.close();
        lane.awaitEnd(LONG);
        assertEquals(1, sent.get());
    }

    private boolean send(Lane lane, Runnable work) {
        if (!lane.take()) {
            return false;
        }
        lane.run(work, dropped::incrementAndGet);
        return true;
    }

    private void hang() {
        try {
            vendorAnswers.await();
            sent.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
