/** The user to whom a request applies. */
package io.strongroom.context;
