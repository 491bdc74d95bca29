/** One-time codes: made, kept as a keyed hash, redeemed once. Pure; time, chance and storage are handed in. */
package io.strongroom.code;
