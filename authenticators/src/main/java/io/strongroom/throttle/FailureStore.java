package io.strongroom.throttle;

/** Stores the number of consecutive wrong entries for a factor, across logins, restarts and nodes. */
public interface FailureStore {

    /** Returns the number of failures. May be cached and slightly too low, never too high. */
    int count();

    /**
     * Adds one failure. It is kept even if the request's transaction is rolled back, and parallel calls are all
     * counted.
     *
     * @return the new number of failures
     */
    int add();

    /** Removes all failures. */
    void clear();
}
