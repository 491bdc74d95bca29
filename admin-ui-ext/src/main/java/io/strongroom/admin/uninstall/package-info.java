/** Leaving: takes out of a realm what would fail, or mean nothing, once the jar is gone (X13). */
package io.strongroom.admin.uninstall;
