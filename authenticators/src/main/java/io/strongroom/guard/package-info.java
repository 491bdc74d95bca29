/** The guard: a required action that every login must complete, and its registration in realms. */
package io.strongroom.guard;
