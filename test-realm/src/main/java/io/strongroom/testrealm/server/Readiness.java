package io.strongroom.testrealm.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a server to answer. */
public final class Readiness {
    private static final Duration POLL = Duration.ofMillis(200);

    private Readiness() {}

    /** Realm master responds only after the database is initialised and realms are imported. */
    public static void await(URI baseUrl, Duration timeout, BooleanSupplier alive) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest probe = HttpRequest.newBuilder(URI.create(baseUrl + "/realms/master"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!answers(client, probe)) {
            if (!alive.getAsBoolean()) {
                throw new IllegalStateException("Keycloak ended before it was ready:");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Keycloak was not ready after " + timeout.toSeconds() + " s:");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean answers(HttpClient client, HttpRequest probe) {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }
}
