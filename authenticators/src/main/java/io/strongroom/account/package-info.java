/** Shows factors in Keycloak's account console and controls which of them users can add or remove there. */
package io.strongroom.account;
