package io.strongroom.walls;

import io.strongroom.facts.OwnFactors;
import io.strongroom.provider.PlainFactory;
import jakarta.ws.rs.POST;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Removes the guard's registration from a realm without an event, like a change in the database. */
public final class RegistrationRemover implements RealmResourceProviderFactory, PlainFactory<RealmResourceProvider> {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new Resource(session.getContext().getRealm());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String getId() {
        return "walls";
    }

    /** The endpoint {@code realms/{realm}/walls}. */
    public static final class Resource {

        private final RealmModel realm;

        Resource(RealmModel realm) {
            this.realm = realm;
        }

        @POST
        public void remove() {
            realm.removeRequiredActionProvider(realm.getRequiredActionProviderByAlias(OwnFactors.GUARD_ID));
        }
    }
}
