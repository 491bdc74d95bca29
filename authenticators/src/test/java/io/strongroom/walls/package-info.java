/**
 * Switches off one of the two checks, the guard or the exit, so that server tests show that the other one stops the login on its
 * own. The tests package it as a separate jar; it is never shipped.
 */
package io.strongroom.walls;
