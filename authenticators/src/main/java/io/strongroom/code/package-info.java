/**
 * Creates one-time codes, stores them as keyed hashes and redeems each of them once. Clock, randomness and storage
 * are injected.
 */
package io.strongroom.code;
