package io.strongroom.factor.totp;

import io.strongroom.json.Json;
import java.security.SecureRandom;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.models.credential.dto.OTPSecretData;
import org.keycloak.models.utils.Base32;

/**
 * The secret shared by an authenticator app and the server.
 *
 * @param base32 the secret in Base32, the encoding that apps accept
 */
record AppSecret(String base32) {

    /** Length of a secret: 160 bits (RFC 4226, R6). */
    private static final int BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ENCODING = "BASE32";

    static AppSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new AppSecret(Base32.encode(bytes));
    }

    /** Returns the secret in groups of four characters, for typing. */
    String grouped() {
        return base32.replaceAll(".{4}(?=.)", "$0 ");
    }

    /** Returns a credential with this secret and the settings of the realm's policy. */
    OTPCredentialModel credential(OTPPolicy policy, String label) {
        OTPCredentialData data = new OTPCredentialData(
                policy.getType(),
                policy.getDigits(),
                policy.getInitialCounter(),
                policy.getPeriod(),
                policy.getAlgorithm(),
                ENCODING);
        CredentialModel stored = new CredentialModel();
        stored.setUserLabel(label);
        stored.setCredentialData(Json.write(data));
        stored.setSecretData(Json.write(new OTPSecretData(base32)));
        return OTPCredentialModel.createFromCredentialModel(stored);
    }

    /** Returns a text without the secret, so that logs don't contain it. */
    @Override
    public String toString() {
        return "•••";
    }
}
