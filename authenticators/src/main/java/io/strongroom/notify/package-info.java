/**
 * Notifies users by e-mail of changes to their second factors. Mails are triggered by events, so that changes made in Keycloak's
 * own pages and consoles are covered too, and factors do not depend on mail.
 */
package io.strongroom.notify;
