/** A user's locked factors, and the clean-up of stale failure counts and remembered browsers. */
package io.strongroom.lockout;
