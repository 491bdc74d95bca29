/** How factors appear in Keycloak's account console: what a user can add there, and what they can remove. */
package io.strongroom.account;
