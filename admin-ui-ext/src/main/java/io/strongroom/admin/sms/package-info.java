/** Trying whether text messages arrive. */
package io.strongroom.admin.sms;
