/** The SMS factor: its credentials, challenge and enrolment, and the limits on sending messages. */
package io.strongroom.factor.sms;
