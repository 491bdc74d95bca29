package io.strongroom.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of an exception with the same stack trace and a message that is safe to print on one line. */
final class PrintableCause extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    private PrintableCause(String text, Throwable cause, StackTraceElement[] trace) {
        super(text, cause);
        this.text = text;
        setStackTrace(trace);
    }

    /** Returns the exception itself if its message and those of its causes are safe to print, otherwise a copy. */
    static Throwable of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return isPrintable(thrown, seen) ? thrown : copy(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isPrintable(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        String text = thrown.toString();
        return text.equals(Printable.line(text))
                && isPrintable(thrown.getCause(), seen)
                && Stream.of(thrown.getSuppressed()).allMatch(suppressed -> isPrintable(suppressed, seen));
    }

    private static PrintableCause copy(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        PrintableCause printable = new PrintableCause(
                Printable.line(thrown.toString()), copy(thrown.getCause(), seen), thrown.getStackTrace());
        Stream.of(thrown.getSuppressed())
                .map(suppressed -> copy(suppressed, seen))
                .filter(suppressed -> suppressed != null)
                .forEach(printable::addSuppressed);
        return printable;
    }

    @Override
    public String toString() {
        return text;
    }
}
