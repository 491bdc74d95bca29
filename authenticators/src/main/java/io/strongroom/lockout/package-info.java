/** Locked factors of a user, and the clean-up of failure counts and remembered browsers that have lost their factor. */
package io.strongroom.lockout;
