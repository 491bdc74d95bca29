/** Parses, validates and masks phone numbers. */
package io.strongroom.phone;
