/** Gathers the facts for policy decisions from a login, a session or a user. */
package io.strongroom.facts;
