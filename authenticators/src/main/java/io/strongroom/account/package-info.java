/** Shows factors in Keycloak's account console and controls which ones a user can add or remove there. */
package io.strongroom.account;
