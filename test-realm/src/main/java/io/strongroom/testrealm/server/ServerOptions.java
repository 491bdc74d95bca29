package io.strongroom.testrealm.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of a server.
 *
 * @param devMode {@code start-dev}, which the {@code inbox} gateway needs, instead of {@code start --optimized}
 * @param port the port to listen on, 0 for a free one
 * @param buildOptions options of {@code kc.sh build}; a change costs a build (20 to 35 s)
 * @param runtimeOptions options of {@code kc.sh start}
 * @param realms realm files to import, by name and JSON text
 * @param directories on this machine that the server reads
 * @param providers jars in addition to the shipped one
 */
public record ServerOptions(
        boolean devMode,
        int port,
        List<String> buildOptions,
        List<String> runtimeOptions,
        List<RealmFile> realms,
        List<Path> directories,
        List<Path> providers) {

    private static final String MANAGEMENT_PORT = "--http-management-port=";

    /** A realm to import at the start. */
    public record RealmFile(String name, String json) {}

    public ServerOptions {
        buildOptions = List.copyOf(buildOptions);
        runtimeOptions = List.copyOf(runtimeOptions);
        realms = List.copyOf(realms);
        directories = List.copyOf(directories);
        providers = List.copyOf(providers);
    }

    /** As in production, with an empty database in memory. */
    public static ServerOptions production() {
        return new ServerOptions(false, 0, List.of("--db=dev-mem"), List.of(), List.of(), List.of(), List.of());
    }

    /** Development mode, with an empty database in memory. */
    public static ServerOptions development() {
        return new ServerOptions(true, 0, List.of("--db=dev-mem"), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * As in production, with a PostgreSQL.
     *
     * @param user whose password equals the name
     */
    public static ServerOptions onPostgres(String jdbcUrl, String user) {
        return new ServerOptions(false, 0, List.of("--db=postgres"), List.of(), List.of(), List.of(), List.of())
                .withOption("--db-url=" + jdbcUrl)
                .withOption("--db-username=" + user)
                .withOption("--db-password=" + user);
    }

    public ServerOptions onPort(int listenPort) {
        return new ServerOptions(devMode, listenPort, buildOptions, runtimeOptions, realms, directories, providers);
    }

    /** An option that is fixed by the build, such as {@code --spi-…--provider-default=…}. */
    public ServerOptions withBuildOption(String option) {
        return new ServerOptions(
                devMode, port, with(buildOptions, option), runtimeOptions, realms, directories, providers);
    }

    public ServerOptions withOption(String option) {
        return new ServerOptions(
                devMode, port, buildOptions, with(runtimeOptions, option), realms, directories, providers);
    }

    public ServerOptions withDirectory(Path directory) {
        return new ServerOptions(
                devMode, port, buildOptions, runtimeOptions, realms, with(directories, directory), providers);
    }

    /** With a jar in addition to the shipped one. */
    public ServerOptions withProvider(Path jar) {
        return new ServerOptions(
                devMode, port, buildOptions, runtimeOptions, realms, directories, with(providers, jar));
    }

    /** With the themes in this directory. */
    public ServerOptions withThemes(Path directory) {
        return withDirectory(directory).withOption("--spi-theme--folder--dir=" + directory);
    }

    /** Log levels as Keycloak writes them: {@code INFO,io.strongroom:DEBUG}. */
    public ServerOptions withLogLevels(String levels) {
        return withOption("--log-level=" + levels);
    }

    /** With metrics, on a port of their own. */
    public ServerOptions withMetrics(int managementPort) {
        return withBuildOption("--metrics-enabled=true").withOption(MANAGEMENT_PORT + managementPort);
    }

    /** Whether a port for metrics is named. */
    public boolean hasMetrics() {
        return runtimeOptions.stream().anyMatch(option -> option.startsWith(MANAGEMENT_PORT));
    }

    public ServerOptions withRealm(String name, String json) {
        return with(new RealmFile(name, json));
    }

    public ServerOptions with(RealmFile realm) {
        return new ServerOptions(
                devMode, port, buildOptions, runtimeOptions, with(realms, realm), directories, providers);
    }

    /** The arguments of {@code kc.sh} for a server that listens on this port and on loopback only. */
    public List<String> startArguments(int listenPort) {
        List<String> arguments = new ArrayList<>();
        if (devMode) {
            arguments.add("start-dev");
            arguments.addAll(buildOptions);
        } else {
            arguments.addAll(List.of("start", "--optimized", "--http-enabled=true", "--hostname-strict=false"));
        }
        arguments.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + listenPort));
        if (runtimeOptions.stream().noneMatch(option -> option.startsWith("--cache="))) {
            arguments.add("--cache=local");
        }
        if (!realms.isEmpty()) {
            arguments.add("--import-realm");
        }
        arguments.addAll(runtimeOptions);
        return arguments;
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
