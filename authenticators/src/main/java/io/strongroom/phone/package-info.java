/** Parsing, validation and masking of phone numbers. */
package io.strongroom.phone;
