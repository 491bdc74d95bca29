/**
 * The rules of a tenant and its data rooms, and the decision about which of them a login still has to meet. Pure
 * code: no Keycloak classes, and callers pass in the current time. {@link io.strongroom.policy.PolicyEvaluator} makes
 * every decision.
 */
package io.strongroom.policy;
