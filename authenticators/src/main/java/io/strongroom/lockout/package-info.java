/** Unlocks a user's factors, and finds stale failure counts and remembered browsers so that they can be cleaned up. */
package io.strongroom.lockout;
