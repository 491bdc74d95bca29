/** Logging that protects against forged log lines. */
package io.strongroom.log;
