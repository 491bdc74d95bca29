package io.strongroom.throttle;

/**
 * Locks a factor after 100 consecutive wrong entries. The lock does not expire; it ends when the stored failures are
 * removed (NIST SP 800-63B-4 3.2.2). Each instance handles a single entry: {@link #admit}, then {@link #accepted} or
 * {@link #wrong}.
 *
 * <p>After the first failure, each entry is counted before it is checked, so parallel guesses get no more attempts
 * than sequential ones. Without earlier failures, a correct entry writes nothing.
 */
public final class FailureLock {

    /** Number of consecutive wrong entries after which a factor is locked. */
    public static final int MAX_FAILURES = 100;

    private final FailureStore store;
    private boolean counted;
    private int count;

    public FailureLock(FailureStore store) {
        this.store = store;
    }

    public boolean isLocked() {
        return store.count() >= MAX_FAILURES;
    }

    /**
     * Counts an entry before it is checked, if there were earlier failures.
     *
     * @return whether the entry may be checked
     */
    boolean admit() {
        if (isLocked()) {
            return false;
        }
        if (store.count() > 0) {
            add();
        }
        return count <= MAX_FAILURES;
    }

    void accepted() {
        if (counted) {
            store.clear();
        }
    }

    /**
     * Records that the entry was wrong.
     *
     * @return whether this entry locks the factor
     */
    boolean wrong() {
        if (!counted) {
            add();
        }
        return count >= MAX_FAILURES;
    }

    private void add() {
        count = store.add();
        counted = true;
    }
}
