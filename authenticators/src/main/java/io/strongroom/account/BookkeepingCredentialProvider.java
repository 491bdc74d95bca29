package io.strongroom.account;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/** What is kept in mind of a user and is no factor. Users cannot remove it: it would make their login easier. */
final class BookkeepingCredentialProvider extends StoredCredentialProvider {

    private final Function<CredentialModel, Optional<String>> readable;

    BookkeepingCredentialProvider(KeycloakSession session, String type) {
        this(session, type, stored -> Optional.empty());
    }

    /** @param readable JSON of what administrators may read of it */
    BookkeepingCredentialProvider(
            KeycloakSession session, String type, Function<CredentialModel, Optional<String>> readable) {
        super(session, type);
        this.readable = readable;
    }

    @Override
    String readable(CredentialModel stored) {
        return readable.apply(stored).orElseGet(() -> super.readable(stored));
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return texts().removeable(false).build(session());
    }
}
