/**
 * Contains the class that passes the user to whom a request applies, together with the session, the realm and the
 * clock.
 */
package io.strongroom.context;
