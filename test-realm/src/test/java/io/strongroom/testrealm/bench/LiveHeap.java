package io.strongroom.testrealm.bench;

import io.strongroom.testrealm.harness.Metrics;
import io.strongroom.testrealm.server.KeycloakServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The heap in use, after a garbage collection, of a server that this JVM started. */
final class LiveHeap {
    private static final int MEGABYTE = 1 << 20;

    private final Metrics metrics;
    private final long pid;

    LiveHeap(KeycloakServer server, Metrics metrics) {
        String port = "--http-port=" + server.baseUrl().getPort();
        this.metrics = metrics;
        this.pid = ProcessHandle.current()
                .descendants()
                .filter(script -> script.info().commandLine().orElse("").contains(port))
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** In megabytes. */
    long now() {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Math.round(metrics.sum("jvm_memory_used_bytes", "area=\"heap\"") / MEGABYTE);
    }

    /** Returns the maximum while the work runs, in megabytes. */
    long mostDuring(Runnable work) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(work);
        long most = now();
        while (!done.isDone()) {
            most = Math.max(most, now());
        }
        done.join();
        return most;
    }
}
