/**
 * The TOTP factor (time-based codes), built on Keycloak's {@code otp} credential and {@code CONFIGURE_TOTP}
 * required action.
 */
package io.strongroom.factor.totp;
