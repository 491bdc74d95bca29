/** The guard: a required action that every way into a session passes, and what keeps it in place. */
package io.strongroom.guard;
