package io.strongroom.factor.backupcode;

/** A slow, salted hash. */
@FunctionalInterface
interface CodeHasher {

    byte[] hash(BackupCode code, byte[] salt, int iterations);
}
