/** Passkeys and security keys, which Keycloak stores and verifies. */
package io.strongroom.factor.webauthn;
