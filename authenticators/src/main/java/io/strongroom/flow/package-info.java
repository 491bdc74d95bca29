/** For those who compose flows of their own. */
package io.strongroom.flow;
