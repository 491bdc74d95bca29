/** JSON for stored data. */
package io.strongroom.json;
