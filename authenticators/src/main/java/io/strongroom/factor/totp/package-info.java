/** Time-based codes, on Keycloak's own credential {@code otp} and its set-up {@code CONFIGURE_TOTP}. */
package io.strongroom.factor.totp;
