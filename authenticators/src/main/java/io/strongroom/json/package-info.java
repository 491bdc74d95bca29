/** Reads and writes the JSON of stored data. */
package io.strongroom.json;
