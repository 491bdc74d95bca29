package io.strongroom.factor;

/** Asks the user for one of their factors. */
public interface FactorChallenge extends FactorStep {

    /** Returns whether the factor is locked until an administrator unlocks it. */
    boolean isLocked();
}
