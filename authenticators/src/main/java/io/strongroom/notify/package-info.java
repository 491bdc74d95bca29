/**
 * Notifies users by e-mail of changes to their second factors. Events trigger the e-mails, so changes made on
 * Keycloak's own pages and consoles are covered as well, and factors do not depend on e-mail.
 */
package io.strongroom.notify;
