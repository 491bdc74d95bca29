/** Remembered browsers, in which the tenant's rule doesn't require a second factor for a number of days. */
package io.strongroom.factor.browser;
