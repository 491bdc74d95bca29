/** Parsing, checking and masking of phone numbers. */
package io.strongroom.phone;
