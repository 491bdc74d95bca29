package io.strongroom.gateway.webhook;

import io.strongroom.gateway.SmsMessage;
import io.strongroom.phone.PhoneNumber;

/** Provides a sample message for validating templates before a real message is sent. */
final class Samples {

    static final SmsMessage MESSAGE = new SmsMessage("tenant", new PhoneNumber("+4670123456789"), "Sender", "text");

    private Samples() {}
}
