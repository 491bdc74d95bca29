/** Keeps administrators from changing their own two-factor by Keycloak's admin API, as ours does (decision 16). */
package io.strongroom.admin.oneself;
