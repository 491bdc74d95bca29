/** Collects what a decision rests on, from a login or from a session. */
package io.strongroom.facts;
