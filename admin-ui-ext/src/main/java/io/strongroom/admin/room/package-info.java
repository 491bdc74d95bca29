/** Data rooms: their rule, their members, and the numbers set for these. */
package io.strongroom.admin.room;
