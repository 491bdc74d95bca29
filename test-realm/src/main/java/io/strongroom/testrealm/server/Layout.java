package io.strongroom.testrealm.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The build's output paths, derived from where this class was loaded, so they work in Maven, an IDE and the demo
 * alike.
 */
public final class Layout {
    private Layout() {}

    /** {@code test-realm/target}. */
    public static Path target() {
        try {
            return Path.of(Layout.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The jar to deploy: system property {@code strongroom.jar}, else the one that {@code dist} built. */
    public static Path shippedJar() {
        String given = System.getProperty("strongroom.jar");
        Path jar = given == null
                ? single(target().resolve("../../dist/target").normalize(), "strongroom-[^/]*\\.jar")
                : Path.of(given);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no jar " + jar + ": run ./mvnw -DskipTests package first");
        }
        return jar.toAbsolutePath();
    }

    /** The unpacked server, as it came from Maven Central. Never changed. */
    public static Path distribution() {
        return single(target(), "keycloak-[0-9.]+");
    }

    private static Path single(Path directory, String pattern) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(pattern)
                                    && !file.toString().matches(".*-(sources|javadoc)\\.jar"))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException("One " + pattern + " is needed in " + directory + ", found " + found
                        + ": run ./mvnw -DskipTests package, with clean if there are several");
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Run ./mvnw -DskipTests package first", e);
        }
    }
}
