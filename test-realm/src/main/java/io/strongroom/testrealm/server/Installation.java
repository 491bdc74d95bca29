package io.strongroom.testrealm.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A separate server directory with a database that survives restarts, to change as an administrator does. */
public final class Installation {
    private final ServerHome home;
    private final ServerOptions options;

    private Installation(ServerHome home, ServerOptions options) {
        this.home = home;
        this.options = options;
    }

    /** Creates it with the shipped jar, built. Removes any earlier one of this name. */
    public static Installation create(String name, ServerOptions options) {
        try {
            ServerHome home = ServerHome.prepare(options).copyTo(Layout.target().resolve("servers/" + name));
            Path database = home.directory().resolve("data/own");
            return new Installation(
                    home, options.withOption("--db-url=jdbc:h2:file:" + database + ";NON_KEYWORDS=VALUE"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server. Close it before changing the directory. */
    public DistributionServer start() {
        return DistributionServer.start(home, options);
    }

    public void removeJar() {
        try {
            Files.delete(home.jar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kc.sh build}, with these options in addition to the installation's own. */
    public void build(String... more) {
        try {
            home.build(Stream.concat(options.buildOptions().stream(), Stream.of(more))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kc.sh export}, while the server is stopped. Returns the realm with its users. */
    public String export(String realm) {
        Path file = home.directory().resolve("data/" + realm + ".json");
        try {
            home.export(realm, file, options.runtimeOptions());
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
