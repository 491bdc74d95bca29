/** Gathers the facts that policy decisions are based on, from a login, a session or a user. */
package io.strongroom.facts;
