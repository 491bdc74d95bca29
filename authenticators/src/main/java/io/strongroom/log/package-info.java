/** What is logged: nothing that came from outside begins a line of its own. */
package io.strongroom.log;
