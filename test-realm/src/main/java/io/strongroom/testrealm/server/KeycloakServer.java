package io.strongroom.testrealm.server;

import java.net.URI;

/** A running Keycloak with the shipped jar. Closing it stops it and waits until it is gone. */
public interface KeycloakServer extends AutoCloseable {
    String ADMIN_USER = "admin";
    String ADMIN_PASSWORD = "admin";

    /** Without a trailing slash, on loopback: {@code http://localhost:<port>}. */
    URI baseUrl();

    /** What the server has written so far. */
    String log();

    @Override
    void close();
}
