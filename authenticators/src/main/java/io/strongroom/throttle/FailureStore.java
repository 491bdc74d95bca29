package io.strongroom.throttle;

/** Stores the number of consecutive wrong entries for a factor, across logins, restarts and nodes. */
public interface FailureStore {

    /** Returns the number of failures. The number may be cached and slightly too low, but never too high. */
    int count();

    /**
     * Adds one failure. It persists even if the request's transaction is rolled back, and all parallel calls are
     * counted.
     *
     * @return the new number of failures
     */
    int add();

    /** Removes all failures. */
    void clear();
}
