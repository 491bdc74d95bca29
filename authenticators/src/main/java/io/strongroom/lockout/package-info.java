/** Locked factors of a user, and the clean-up of stale failure counts and remembered browsers. */
package io.strongroom.lockout;
