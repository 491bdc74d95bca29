/**
 * Tells users by e-mail what happens to their second factor. It follows from events, so that Keycloak's own pages and consoles
 * are covered too, and no factor needs to know of mail.
 */
package io.strongroom.notify;
