package io.strongroom.account;

import io.strongroom.facts.OwnFactors;
import io.strongroom.facts.SkippedFlowSteps;
import java.util.function.BiPredicate;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Code shared by the guarded versions of Keycloak's own credential providers. */
final class GuardedCredential {

    private final KeycloakSession session;
    private final String type;
    private SelfRemoval removal = SelfRemoval.NO_USER;

    GuardedCredential(KeycloakSession session, String type) {
        this.session = session;
        this.type = type;
    }

    /** Returns whether the realm has a policy. */
    boolean isGuarded() {
        return new OwnFactors(session).isGuarded();
    }

    /** Returns whether the guard asks for this factor instead of Keycloak's flow. */
    boolean isAskedByGuard(UserModel user) {
        return new SkippedFlowSteps(session).contain(type, user);
    }

    /**
     * Adapts Keycloak's metadata to the realm's policy, if any: whether the user may remove or set up the credential.
     *
     * @param stock    metadata from Keycloak's provider
     * @param maySetUp whether the user may set up this type
     */
    CredentialTypeMetadata typeMetadata(
            CredentialTypeMetadata stock,
            CredentialTypeMetadataContext context,
            BiPredicate<OwnFactors, UserModel> maySetUp) {
        OwnFactors own = new OwnFactors(session);
        if (!own.isGuarded()) {
            return stock;
        }
        removal = SelfRemoval.of(session, context.getUser());
        CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(stock.getType())
                .category(stock.getCategory())
                .displayName(stock.getDisplayName())
                .helpText(stock.getHelpText())
                .iconCssClass(stock.getIconCssClass())
                .removeable(removal.isAllowed());
        if (maySetUp.test(own, context.getUser())) {
            metadata.createAction(stock.getCreateAction());
        }
        return metadata.build(session);
    }

    /**
     * Adds the reason if the user may not remove the credential. Must be called after {@link #typeMetadata}, as
     * Keycloak does.
     */
    void explain(CredentialMetadata metadata) {
        removal.explain(metadata);
    }
}
