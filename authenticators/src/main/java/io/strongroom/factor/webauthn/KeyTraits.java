package io.strongroom.factor.webauthn;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an authenticator signed about how the user passed it (WebAuthn level 3, section 6.1): kept with the passed factor
 * in words.
 */
public final class KeyTraits {

    /** The authenticator verified the user, by a PIN or biometrics. */
    static final String VERIFIED = "verified";
    /** The key can be copied to other devices, so it is not bound to hardware. */
    static final String SYNCABLE = "syncable";
    /** The key was the only proof of the login so far: no password, no identity provider. */
    static final String ALONE = "alone";

    private static final int FLAGS = 32;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;

    private KeyTraits() {}

    /**
     * Reads the traits of a key that was just set up.
     *
     * @param attestationObject the attestation object in base64url, which Keycloak has verified
     */
    public static Set<String> ofRegistration(String attestationObject, boolean alone) {
        byte[] attestation = Base64.getUrlDecoder().decode(attestationObject);
        return of(new AttestationObjectConverter(new ObjectConverter()).extractAuthenticatorData(attestation), alone);
    }

    /**
     * Reads the traits from signed authenticator data.
     *
     * @param alone whether the login has no other proof yet
     */
    public static Set<String> of(byte[] authenticatorData, boolean alone) {
        int flags = authenticatorData.length > FLAGS ? authenticatorData[FLAGS] : 0;
        Set<String> traits = new LinkedHashSet<>();
        if ((flags & USER_VERIFIED) != 0) {
            traits.add(VERIFIED);
        }
        if ((flags & BACKUP_ELIGIBLE) != 0) {
            traits.add(SYNCABLE);
        }
        if (alone) {
            traits.add(ALONE);
        }
        return traits;
    }
}
