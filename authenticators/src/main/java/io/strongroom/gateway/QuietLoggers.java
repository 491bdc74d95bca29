package io.strongroom.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences loggers that would log messages, numbers or secrets, whatever log level is configured. */
public final class QuietLoggers {

    /** Strong references: a logger that is garbage collected loses its level. */
    private static final Set<Logger> SILENCED = ConcurrentHashMap.newKeySet();

    private QuietLoggers() {}

    /** Silences the loggers of Keycloak's HTTP client that log bodies, headers or URLs with their query. */
    public static void silenceHttpClient() {
        silence(
                "org.apache.http.wire",
                "org.apache.http.headers",
                "org.apache.http.impl.execchain.MainClientExec",
                "org.apache.http.impl.execchain.ProtocolExec");
    }

    /** @param names of loggers; a child logger with a level of its own has to be listed separately */
    public static void silence(String... names) {
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.SEVERE);
            SILENCED.add(logger);
        }
    }
}
