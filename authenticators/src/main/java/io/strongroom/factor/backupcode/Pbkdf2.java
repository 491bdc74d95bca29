package io.strongroom.factor.backupcode;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes codes using PBKDF2 with HMAC-SHA-512, which is available in every Java runtime, including in FIPS 140
 * mode.
 */
final class Pbkdf2 implements CodeHasher {

    static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    private static final int HASH_BITS = 256;

    @Override
    public byte[] hash(BackupCode code, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(code.characters(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            spec.clearPassword();
        }
    }
}
