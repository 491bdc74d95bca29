package io.strongroom.factor.backupcode;

/** Computes a slow, salted hash of a code. */
@FunctionalInterface
interface CodeHasher {

    byte[] hash(BackupCode code, byte[] salt, int iterations);
}
