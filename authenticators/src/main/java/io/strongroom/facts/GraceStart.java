package io.strongroom.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * The time when a user was first asked to set up a factor. It is stored as a credential instead of an attribute,
 * because directory users' attributes may be read-only and users can edit some attributes.
 */
public final class GraceStart {

    public static final String TYPE = "two-factor-grace";

    private GraceStart() {}

    static Optional<Instant> since(List<CredentialModel> credentials) {
        return credentials.stream()
                .filter(credential -> TYPE.equals(credential.getType()))
                .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()))
                .min(Instant::compareTo);
    }

    /** Stores the time unless one is already stored. */
    public static void begin(UserModel user, Instant now) {
        boolean hasBegun = user.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .findAny()
                .isPresent();
        if (!hasBegun) {
            CredentialModel credential = new CredentialModel();
            credential.setType(TYPE);
            credential.setCreatedDate(now.toEpochMilli());
            credential.setCredentialData("{}");
            credential.setSecretData("{}");
            user.credentialManager().createStoredCredential(credential);
        }
    }
}
