/**
 * What Strongroom tells Keycloak's metrics endpoint, on Micrometer's global registry. Tags are gateways, factors, outcomes and
 * limits; never a tenant, a user or a number.
 */
package io.strongroom.metrics;
