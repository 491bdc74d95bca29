/**
 * Authentication flow steps: conditions for custom flows, and replacements for Keycloak steps that would ask for a
 * factor twice or change factors before the user has passed one.
 */
package io.strongroom.flow;
