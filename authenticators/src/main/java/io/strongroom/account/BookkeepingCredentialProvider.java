package io.strongroom.account;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/**
 * Provides credentials that store internal records instead of factors. Users can't remove them, because that would
 * weaken their login.
 */
final class BookkeepingCredentialProvider extends StoredCredentialProvider {

    private final Function<CredentialModel, Optional<String>> visibleData;

    BookkeepingCredentialProvider(KeycloakSession session, String type) {
        this(session, type, stored -> Optional.empty());
    }

    /** @param visibleData returns the JSON visible to administrators, if any */
    BookkeepingCredentialProvider(
            KeycloakSession session, String type, Function<CredentialModel, Optional<String>> visibleData) {
        super(session, type);
        this.visibleData = visibleData;
    }

    @Override
    String visibleData(CredentialModel stored) {
        return visibleData.apply(stored).orElseGet(() -> super.visibleData(stored));
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return metadata().removeable(false).build(session());
    }
}
