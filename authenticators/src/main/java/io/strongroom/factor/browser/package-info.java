/** Remembered browsers, in which the tenant's rule doesn't ask for a second factor for some days. */
package io.strongroom.factor.browser;
