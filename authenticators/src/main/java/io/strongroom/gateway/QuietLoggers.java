package io.strongroom.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences loggers that would log messages, numbers or secrets, regardless of the configured log level. */
public final class QuietLoggers {

    /** Holds strong references to the loggers, because a logger that is garbage collected loses its level. */
    private static final Set<Logger> SILENCED = ConcurrentHashMap.newKeySet();

    private QuietLoggers() {}

    /** Silences the loggers of Keycloak's HTTP client that log bodies, headers or URLs with query strings. */
    public static void silenceHttpClient() {
        silence(
                "org.apache.http.wire",
                "org.apache.http.headers",
                "org.apache.http.impl.execchain.MainClientExec",
                "org.apache.http.impl.execchain.ProtocolExec");
    }

    /** @param names logger names; a child logger with its own level has to be listed separately */
    public static void silence(String... names) {
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.SEVERE);
            SILENCED.add(logger);
        }
    }
}
