/** Token claims: how the user signed in, and which data rooms may be opened in the session. */
package io.strongroom.token;
