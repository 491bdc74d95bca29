package io.strongroom.gateway.inbox;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Serves {@code /realms/{realm}/sms-inbox}. */
@AutoService(RealmResourceProviderFactory.class)
public final class InboxResourceFactory implements RealmResourceProviderFactory, PlainFactory<RealmResourceProvider> {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new InboxResource(session);
    }

    @Override
    public String getId() {
        return "sms-inbox";
    }
}
