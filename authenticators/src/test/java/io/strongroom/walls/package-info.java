/**
 * Takes one wall down at a time, so that tests on a server see what the other one stops. The tests make a jar of this package; it
 * is never shipped.
 */
package io.strongroom.walls;
