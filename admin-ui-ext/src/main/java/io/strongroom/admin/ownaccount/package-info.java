/**
 * Prevents administrators from changing their own second factor through Keycloak's admin API; Strongroom's API refuses it as well
 * (decision 16).
 */
package io.strongroom.admin.ownaccount;
