/**
 * Metrics in Micrometer's global registry, exposed by Keycloak's metrics endpoint. Tag values are gateways, factors,
 * outcomes, limits and breaker states, never tenants, users or phone numbers.
 */
package io.strongroom.metrics;
