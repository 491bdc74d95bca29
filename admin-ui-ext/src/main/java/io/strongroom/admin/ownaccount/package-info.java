/**
 * Prevents administrators from weakening their own second factor through Keycloak's admin API. Strongroom's API
 * refuses such changes as well (decision 16).
 */
package io.strongroom.admin.ownaccount;
