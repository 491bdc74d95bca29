/** Text messages: gateways, state of sending, and test messages. */
package io.strongroom.admin.sms;
