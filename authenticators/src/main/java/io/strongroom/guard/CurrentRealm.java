package io.strongroom.guard;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;

/**
 * Provides the realm as stored in the database, because the cache may still contain a guard registration that
 * another node has removed.
 */
final class CurrentRealm {

    private final KeycloakSession session;
    private final RealmModel realm;

    CurrentRealm(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns the realm, evicting it from the cache first if the cached guard registration is stale. */
    RealmModel get() {
        boolean inDatabase = !session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.id from RequiredActionProviderEntity a where a.realm.id = :realm and a.alias = :alias",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("alias", SecondFactorGuardFactory.ID)
                .getResultList()
                .isEmpty();
        boolean inCache = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID) != null;
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (inCache && !inDatabase && cache != null) {
            cache.registerRealmInvalidation(realm.getId(), realm.getName());
            return session.realms().getRealm(realm.getId());
        }
        return realm;
    }
}
