package io.strongroom.throttle;

/** Keeps how many wrong entries of a factor came in a row, across logins, restarts and nodes. */
public interface FailureStore {

    /** How many are known of. It costs little and may be a moment old; never more than there are. */
    int known();

    /**
     * Adds one. Takes effect at once, also when the request's transaction is rolled back, and none is lost when many add.
     *
     * @return how many there are now
     */
    int add();

    /** Forgets all. */
    void clear();
}
