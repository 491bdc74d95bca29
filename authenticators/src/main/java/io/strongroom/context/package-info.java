/** The user that a request works on. */
package io.strongroom.context;
