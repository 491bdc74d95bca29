package io.strongroom.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Loggers that would write messages, numbers or secrets, and are silenced whatever level is set. */
public final class QuietLoggers {

    /** Kept, or the level set would be forgotten with the logger. */
    private static final Set<Logger> KEPT = ConcurrentHashMap.newKeySet();

    private QuietLoggers() {}

    /** Those of the server's HTTP client that write bodies, headers or addresses with what they ask for. */
    public static void silenceHttpClient() {
        silence(
                "org.apache.http.wire",
                "org.apache.http.headers",
                "org.apache.http.impl.execchain.MainClientExec",
                "org.apache.http.impl.execchain.ProtocolExec");
    }

    /** @param names of loggers; one below them that is set apart must be named itself */
    public static void silence(String... names) {
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.SEVERE);
            KEPT.add(logger);
        }
    }
}
