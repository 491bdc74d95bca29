/**
 * The exit: a check, independent of the guard, when Keycloak finishes a login. It stops logins that bypassed the guard.
 */
package io.strongroom.exit;
