/** Login pages, mails and their texts, which Keycloak serves behind every theme. */
package io.strongroom.themes;
