package io.strongroom.factor.backupcode;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.factor.backupcode.BackupCodeSet.Recipe;
import io.strongroom.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * Reads and writes stored sets of backup codes. Only this class knows the JSON of a {@code backup-codes}
 * credential.
 */
final class BackupCodeCredential {

    private BackupCodeCredential() {}

    /** @param created time when the set was created, in epoch milliseconds */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(
            @JsonProperty("algorithm") String algorithm,
            @JsonProperty("iterations") int iterations,
            @JsonProperty("salt") String salt,
            @JsonProperty("total") int total,
            @JsonProperty("created") Long created,
            @JsonProperty("saved") boolean saved) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Secret(@JsonProperty("hashes") List<String> hashes) {}

    /** Reads a stored set; empty if it is unreadable, so that no code is accepted. */
    static Optional<BackupCodeSet> of(CredentialModel model) {
        try {
            Data data = JsonSerialization.readValue(model.getCredentialData(), Data.class);
            Secret secret = JsonSerialization.readValue(model.getSecretData(), Secret.class);
            if (!Pbkdf2.ALGORITHM.equals(data.algorithm())) {
                return Optional.empty();
            }
            Recipe recipe = new Recipe(data.algorithm(), data.iterations(), data.salt());
            return Optional.of(new BackupCodeSet(recipe, data.total(), data.saved(), List.copyOf(secret.hashes())));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes the set into a stored credential, or into a new one with a creation date. */
    static CredentialModel write(BackupCodeSet set, CredentialModel model) {
        Recipe recipe = set.recipe();
        Data data = new Data(
                recipe.algorithm(),
                recipe.iterations(),
                recipe.salt(),
                set.total(),
                model.getCreatedDate(),
                set.saved());
        model.setType(BackupCodes.TYPE);
        model.setCredentialData(Json.write(data));
        model.setSecretData(Json.write(new Secret(set.hashes())));
        return model;
    }
}
