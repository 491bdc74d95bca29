package io.strongroom.admin.user;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/**
 * Loads users from directories whose users are not imported. Their credentials are not in the tables that the lists
 * query.
 */
public final class Directories {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Directories(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public boolean any() {
        return !notImported().isEmpty();
    }

    Stream<UserModel> users(String search, int first, int max) {
        Map<String, String> wanted =
                Map.of(UserModel.SEARCH, search == null || search.isBlank() ? "*" : search.strip());
        return notImported().stream()
                .map(this::open)
                .filter(UserQueryMethodsProvider.class::isInstance)
                .map(UserQueryMethodsProvider.class::cast)
                .flatMap(directory -> directory.searchForUserStream(realm, wanted, 0, first + max))
                .skip(first)
                .limit(max);
    }

    /**
     * Returns the provider of a directory. Uses the deprecated lookup because it registers the provider in the
     * session, where the directory's mappers look for it.
     */
    @SuppressWarnings("deprecation")
    private UserStorageProvider open(ComponentModel component) {
        return session.getProvider(UserStorageProvider.class, component);
    }

    private List<ComponentModel> notImported() {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .filter(component -> {
                    UserStorageProviderModel model = new UserStorageProviderModel(component);
                    return model.isEnabled() && !model.isImportEnabled();
                })
                .toList();
    }
}
