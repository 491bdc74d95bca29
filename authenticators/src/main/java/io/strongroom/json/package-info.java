/** JSON of stored data. */
package io.strongroom.json;
