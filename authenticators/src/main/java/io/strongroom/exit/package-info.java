/**
 * The exit: a check, independent of the guard, at the point where Keycloak finishes a login. Whatever got past the guard ends
 * here.
 */
package io.strongroom.exit;
