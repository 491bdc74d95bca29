/**
 * Steps of authentication flows: conditions for custom flows, and replacements of Keycloak steps that would ask twice or change
 * factors before one was passed.
 */
package io.strongroom.flow;
