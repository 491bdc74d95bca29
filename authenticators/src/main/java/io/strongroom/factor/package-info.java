/** Code shared by all factors: login steps, their results, entry limits and the record of passed factors. */
package io.strongroom.factor;
