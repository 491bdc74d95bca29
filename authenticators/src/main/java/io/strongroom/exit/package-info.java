/**
 * The exit: a check that runs when Keycloak finishes a login, independent of the guard. It stops logins that bypassed
 * the guard.
 */
package io.strongroom.exit;
