/** Organizations as tenants within a realm (X15): their policies, and the status of their members. */
package io.strongroom.admin.organization;
