/**
 * Creates one-time codes, stores them as keyed hashes and redeems each of them once. The clock, the source of
 * randomness and the storage are injected.
 */
package io.strongroom.code;
