/** Data rooms: their rules, their members, and the numbers set for members. */
package io.strongroom.admin.room;
