/** Time-based codes, built on Keycloak's credential {@code otp} and required action {@code CONFIGURE_TOTP}. */
package io.strongroom.factor.totp;
