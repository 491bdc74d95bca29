/** Claims of tokens: how the user signed in, and which data rooms the session may enter. */
package io.strongroom.token;
