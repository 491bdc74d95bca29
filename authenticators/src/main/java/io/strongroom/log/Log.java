package io.strongroom.log;

import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The logger of a class. It replaces control characters in parameters and exception messages, so that input can't
 * forge log lines. No other class in this project uses a logger directly.
 */
public final class Log {

    private static final String WRAPPER = Log.class.getName();

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    public static Log of(Class<?> type) {
        return new Log(Logger.getLogger(type));
    }

    public void debugf(String format, Object... parameters) {
        write(Logger.Level.DEBUG, null, format, parameters);
    }

    public void infof(String format, Object... parameters) {
        write(Logger.Level.INFO, null, format, parameters);
    }

    public void warnf(String format, Object... parameters) {
        write(Logger.Level.WARN, null, format, parameters);
    }

    public void warnf(Throwable cause, String format, Object... parameters) {
        write(Logger.Level.WARN, cause, format, parameters);
    }

    public void error(String message, Throwable cause) {
        write(Logger.Level.ERROR, cause, "%s", message);
    }

    public void errorf(String format, Object... parameters) {
        write(Logger.Level.ERROR, null, format, parameters);
    }

    public void errorf(Throwable cause, String format, Object... parameters) {
        write(Logger.Level.ERROR, cause, format, parameters);
    }

    private void write(Logger.Level level, Throwable cause, String format, Object... parameters) {
        if (logger.isEnabled(level)) {
            Object[] printable = Stream.of(parameters).map(Log::printable).toArray();
            logger.logf(WRAPPER, level, cause == null ? null : PrintableCause.of(cause), format, printable);
        }
    }

    /**
     * Returns a parameter that is safe to print. Numbers keep their type, because format specifiers such as
     * {@code %d} need it.
     */
    private static Object printable(Object parameter) {
        return parameter == null || parameter instanceof Number ? parameter : Printable.line(parameter.toString());
    }
}
