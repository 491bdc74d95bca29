/** The guard: a required action that every login must complete, and the code that keeps it registered. */
package io.strongroom.guard;
