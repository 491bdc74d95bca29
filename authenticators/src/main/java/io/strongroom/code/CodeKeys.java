package io.strongroom.code;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Provides the keys for hashing codes. Without a key, anyone could find a six-digit code from its hash by trying all
 * of them.
 */
public interface CodeKeys {

    /** Returns the key for new codes. */
    CodeKey active();

    /** Returns the key with this id, even if a newer one is active. */
    Optional<CodeKey> byId(String id);

    /** A key and its id. */
    record CodeKey(String id, SecretKey secret) {}
}
