/** Browsers a user had remembered: for a while, the tenant's rule does not ask there. */
package io.strongroom.factor.browser;
