package io.strongroom.code;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Provides the keys for hashing codes. A hash without a key would reveal a six-digit code to anyone who tries them all.
 */
public interface CodeKeys {

    /** Returns the key for new codes. */
    CodeKey active();

    /** Returns the key with this id, even if a newer one is active. */
    Optional<CodeKey> byId(String id);

    /** A key and its id. */
    record CodeKey(String id, SecretKey secret) {}
}
