package io.strongroom.throttle;

/**
 * Locks a factor behind the hundredth wrong entry in a row. No time ends that: only who removes what is stored does (NIST SP
 * 800-63B-4 3.2.2). One instance serves one entry: {@link #admit}, then {@link #right} or {@link #wrong}.
 *
 * <p>Once there is a failure, an entry is counted before it is checked, so parallel guesses get no more tries than slow ones;
 * a user who errs never costs nothing.
 */
public final class FailureLock {

    /** Wrong entries in a row that lock. */
    public static final int MOST = 100;

    private final FailureStore store;
    private boolean counted;
    private int count;

    public FailureLock(FailureStore store) {
        this.store = store;
    }

    public boolean isLocked() {
        return store.known() >= MOST;
    }

    /** @return whether an entry may be checked */
    boolean admit() {
        if (isLocked()) {
            return false;
        }
        if (store.known() > 0) {
            count();
        }
        return count <= MOST;
    }

    void right() {
        if (counted) {
            store.clear();
        }
    }

    /** @return whether that was the one that locks */
    boolean wrong() {
        if (!counted) {
            count();
        }
        return count >= MOST;
    }

    private void count() {
        count = store.add();
        counted = true;
    }
}
