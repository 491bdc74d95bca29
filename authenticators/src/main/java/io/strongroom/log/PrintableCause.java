package io.strongroom.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/** An exception as it was, but for its words, which are in one line. */
final class PrintableCause extends Exception {

    private static final long serialVersionUID = 1L;

    private final String words;

    private PrintableCause(String words, Throwable cause, StackTraceElement[] trace) {
        super(words, cause);
        this.words = words;
        setStackTrace(trace);
    }

    /** The same one where none of its words, nor those of its causes, would break a line. */
    static Throwable of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return isInLine(thrown, seen) ? thrown : inLine(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isInLine(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        String words = thrown.toString();
        return words.equals(Printable.line(words))
                && isInLine(thrown.getCause(), seen)
                && Stream.of(thrown.getSuppressed()).allMatch(suppressed -> isInLine(suppressed, seen));
    }

    private static PrintableCause inLine(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        PrintableCause printable = new PrintableCause(
                Printable.line(thrown.toString()), inLine(thrown.getCause(), seen), thrown.getStackTrace());
        Stream.of(thrown.getSuppressed())
                .map(suppressed -> inLine(suppressed, seen))
                .filter(suppressed -> suppressed != null)
                .forEach(printable::addSuppressed);
        return printable;
    }

    @Override
    public String toString() {
        return words;
    }
}
