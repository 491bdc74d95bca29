package io.strongroom.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * When a user first met the rule. It is kept as a credential and not as an attribute: attributes of users from a directory
 * can't be written, and some can be edited by the user.
 */
public final class GraceMemory {

    public static final String TYPE = "two-factor-grace";

    private GraceMemory() {}

    static Optional<Instant> since(List<CredentialModel> credentials) {
        return credentials.stream()
                .filter(credential -> TYPE.equals(credential.getType()))
                .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()))
                .min(Instant::compareTo);
    }

    /** Keeps it, unless it is kept already. */
    public static void begin(UserModel user, Instant now) {
        boolean begun = user.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .findAny()
                .isPresent();
        if (!begun) {
            CredentialModel credential = new CredentialModel();
            credential.setType(TYPE);
            credential.setCreatedDate(now.toEpochMilli());
            credential.setCredentialData("{}");
            credential.setSecretData("{}");
            user.credentialManager().createStoredCredential(credential);
        }
    }
}
