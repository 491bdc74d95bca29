/**
 * Steps of flows: conditions for those who compose flows of their own, and Keycloak's own steps where they would ask twice, or change
 * factors before one was passed.
 */
package io.strongroom.flow;
