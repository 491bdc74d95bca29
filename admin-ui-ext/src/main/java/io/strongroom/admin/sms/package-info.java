/** Text messages: what they are sent with, how it goes, and trying whether they arrive. */
package io.strongroom.admin.sms;
