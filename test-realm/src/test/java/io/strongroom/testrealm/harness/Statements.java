package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.ServerOptions;
import java.util.regex.Pattern;

/** Counts the SQL statements of a test's own server, which logs each. */
public final class Statements {
    private static final Pattern STATEMENT = Pattern.compile("[org.hibernate.SQL]", Pattern.LITERAL);

    private Statements() {}

    public static ServerOptions logged(ServerOptions options) {
        return options.withLogLevels("INFO,org.hibernate.SQL:DEBUG");
    }

    /** Returns the number of statements of one or more requests; no other requests may run meanwhile. */
    public static int of(KeycloakServer server, Runnable requests) {
        int before = count(server);
        requests.run();
        return count(server) - before;
    }

    private static int count(KeycloakServer server) {
        return (int) STATEMENT.matcher(server.log()).results().count();
    }
}
