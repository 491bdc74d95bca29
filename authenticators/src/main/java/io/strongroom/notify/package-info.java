/**
 * Notifies users by e-mail of changes to their second factors. Events trigger the e-mails, so that changes made on
 * Keycloak's own pages and consoles are covered too, and factors do not depend on mail.
 */
package io.strongroom.notify;
