/** Uninstallation, which removes everything from a realm that would fail or have no effect without the jar (X13). */
package io.strongroom.admin.uninstall;
