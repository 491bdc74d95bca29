/**
 * What a tenant and its data rooms demand, and what of it is still open for one login. Pure: no Keycloak class, no clock
 * but the one handed in. {@link io.strongroom.policy.PolicyEvaluator} is the only place that decides.
 */
package io.strongroom.policy;
