package io.strongroom.testrealm.bench;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** {@code target/bench.txt}: the results of benchmarks, one per line, oldest first. */
final class BenchFile {

    private BenchFile() {}

    static void add(String what, Object value) throws IOException {
        String line = "%s, %d cores: %s%n".formatted(what, Runtime.getRuntime().availableProcessors(), value);
        Files.writeString(
                Layout.target().resolve("bench.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
