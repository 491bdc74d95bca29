package io.strongroom.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the resource paths of admin events, both Keycloak's and Strongroom's. */
public final class AdminPaths {

    private static final Pattern USER = Pattern.compile("(?:^|/)(?:users|members)/([^/]+)");

    private AdminPaths() {}

    /**
     * Returns the user id in a path, as in {@code users/{id}} or {@code members/{id}/phone-number}; empty if there is
     * none.
     *
     * @param resourcePath the resource path of an admin event, or null
     */
    public static Optional<String> userId(String resourcePath) {
        return Optional.ofNullable(resourcePath)
                .map(USER::matcher)
                .filter(Matcher::find)
                .map(user -> user.group(1));
    }
}
