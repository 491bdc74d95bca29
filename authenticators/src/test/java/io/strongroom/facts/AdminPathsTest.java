package io.strongroom.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The resource path of an admin event")
class AdminPathsTest {

    @ParameterizedTest(name = "{0} names the user {1}")
    @CsvSource({
        "users/u1,                                  u1",
        "users/u1/credentials/c1,                   u1",
        "users/f:directory:jane/reset-password,     f:directory:jane",
        "/users/u1,                                 u1",
        "two-factor/users/u1/factors/c1,            u1",
        "two-factor/data-rooms/g1/members/u1/phone-number, u1",
        "organizations/o1/members/u1,               u1",
        "users,                                     ",
        "groups/g1/members,                         ",
        "superusers/u1,                             ",
        "two-factor/policy,                         ",
        "'',                                        ",
        ",                                          "
    })
    void userId(String path, String userId) {
        assertEquals(Optional.ofNullable(userId), AdminPaths.userId(path));
    }
}
