/** What tokens say of a session: how its user signed in, and which data rooms it may enter. */
package io.strongroom.token;
