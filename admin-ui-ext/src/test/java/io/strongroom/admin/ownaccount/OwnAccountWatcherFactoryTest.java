package io.strongroom.admin.ownaccount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The requests with which administrators could change themselves")
class OwnAccountWatcherFactoryTest {

    @ParameterizedTest(name = "O1 {0} {1}: {2}")
    @CsvSource({
        "PUT,    /admin/realms/acme/users/1,                          true",
        "POST,   admin/realms/acme/roles/user-storage/composites,     true",
        "POST,   /auth/admin/realms/acme/groups/1/children,           true",
        "DELETE, /admin/realms/realms/users/1/credentials/2,          true",
        "POST,   /admin/realms/acme/partialImport,                    true",
        "PATCH,  /admin/realms/acme/roles/user-storage/,              true",
        "GET,    /admin/realms/acme/users/1,                          false",
        "POST,   /admin/realms/acme/user-storage/1/sync,              false",
        "POST,   /realms/admin/account/credentials,                   false",
        "DELETE, /realms/admin/realms/x/account,                      false",
        "POST,   /realms/acme/login-actions/authenticate,             false"
    })
    void isWatched(String method, String path, boolean watched) {
        assertEquals(watched, OwnAccountWatcherFactory.isWatched(method, path));
    }
}
