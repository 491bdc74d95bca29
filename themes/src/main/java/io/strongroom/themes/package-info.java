/** Login pages, e-mails and their texts, which Keycloak serves behind every theme. */
package io.strongroom.themes;
