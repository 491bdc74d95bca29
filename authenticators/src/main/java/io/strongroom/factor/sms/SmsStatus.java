package io.strongroom.factor.sms;

import io.strongroom.factor.sentcode.SendStatus;
import io.strongroom.gateway.SendResult;

/** Converts a vendor's result to the status shown on the page. */
final class SmsStatus {

    private SmsStatus() {}

    static SendStatus of(SendResult result) {
        if (result instanceof SendResult.Accepted) {
            return SendStatus.SENT;
        }
        if (result instanceof SendResult.NumberRejected) {
            return SendStatus.REJECTED;
        }
        return result instanceof SendResult.Uncertain ? SendStatus.UNCERTAIN : SendStatus.FAILED;
    }
}
