package io.strongroom.testrealm.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the distribution with the shipped jar, built for given options. Copies are kept under a name derived from
 * their inputs, so a second run with the same jar starts without a build.
 */
final class ServerHome {
    private final Path directory;

    private ServerHome(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Path script() {
        return directory.resolve("bin/kc.sh");
    }

    Path realms() {
        return directory.resolve("data/import");
    }

    Path jar() {
        return directory.resolve("providers").resolve(Layout.shippedJar().getFileName());
    }

    /** Restores the prepared state, replacing the current one. */
    ServerHome copyTo(Path other) throws IOException {
        delete(other);
        copy(directory, other);
        return new ServerHome(other);
    }

    /** One at a time: two servers of one kind share a copy. */
    static synchronized ServerHome prepare(ServerOptions options) throws IOException {
        Path jar = Layout.shippedJar();
        ServerHome home = new ServerHome(Layout.target().resolve("servers/" + key(jar, options)));
        Path ready = home.directory.resolve("ready");
        if (!Files.exists(ready)) {
            delete(home.directory);
            copy(Layout.distribution(), home.directory);
            Files.copy(jar, home.jar());
            for (Path provider : options.providers()) {
                Files.copy(provider, home.jar().resolveSibling(provider.getFileName()));
            }
            if (!options.devMode()) { // start-dev builds automatically, and only if something has changed
                home.build(options.buildOptions());
            }
            Files.createFile(ready);
        }
        return home;
    }

    void build(List<String> buildOptions) throws IOException {
        run("build", buildOptions);
    }

    void export(String realm, Path file, List<String> runtimeOptions) throws IOException {
        List<String> database = runtimeOptions.stream()
                .filter(option -> option.startsWith("--db"))
                .toList();
        run(
                "export",
                Stream.concat(database.stream(), Stream.of("--optimized", "--realm", realm, "--file", file.toString()))
                        .toList());
    }

    private void run(String command, List<String> options) throws IOException {
        Path log = directory.resolve(command + ".log");
        ManagedProcess process = ManagedProcess.start(script(), concat(command, options), log);
        int status = process.await();
        if (status != 0) {
            throw new IllegalStateException(
                    "kc.sh " + command + " failed with " + status + ":\n" + ManagedProcess.tail(log));
        }
    }

    private static List<String> concat(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static String key(Path jar, ServerOptions options) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(jar));
            for (Path provider : options.providers()) {
                digest.update(Files.readAllBytes(provider));
            }
            digest.update(options.buildOptions().toString().getBytes(StandardCharsets.UTF_8));
            String hash = HexFormat.of().formatHex(digest.digest(), 0, 6);
            return (options.devMode() ? "dev-" : "prod-") + hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Links the 170 MB of libraries, which are never written to, and copies what a build rewrites. Leaves out the
     * server's runtime data.
     */
    private static void copy(Path from, Path to) throws IOException {
        Path libraries = from.resolve("lib/lib");
        Path data = from.resolve("data");
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.equals(data)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                if (!file.startsWith(libraries) || !linked(file, copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean linked(Path file, Path link) {
        try {
            Files.createLink(link, file);
            return true;
        } catch (IOException | UnsupportedOperationException noHardLinksHere) {
            return false;
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
