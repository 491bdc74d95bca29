/**
 * The rules of a tenant and its data rooms, and the decision which of them a login still has to meet. Pure code: no Keycloak
 * classes, and the time is an input. {@link io.strongroom.policy.PolicyEvaluator} makes every decision.
 */
package io.strongroom.policy;
