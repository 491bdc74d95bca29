package io.strongroom.code;

import java.util.Optional;
import javax.crypto.SecretKey;

/** The keys codes are hashed with: without one, six digits are guessed from any plain hash at once. */
public interface CodeKeys {

    /** The key new codes are hashed with. */
    CodeKey active();

    /** The key of that id, also after a newer one became the active one. */
    Optional<CodeKey> byId(String id);

    /** A key and its id. */
    record CodeKey(String id, SecretKey secret) {}
}
