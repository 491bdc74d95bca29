/** The admin REST API below {@code /admin/realms/{realm}/two-factor}. */
package io.strongroom.admin;
