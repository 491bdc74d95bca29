package io.strongroom.gateway;

import io.strongroom.phone.PhoneNumber;

/**
 * A text message to be sent through a gateway.
 *
 * @param tenant the realm's name
 * @param sender sender id shown on the phone: 1 to 11 characters, or a number
 * @param text   text of the message; must never be logged, because it may contain a code
 */
public record SmsMessage(String tenant, PhoneNumber to, String sender, String text) {

    /** Returns a string without the message's text, so that logs don't contain it. */
    @Override
    public String toString() {
        return "SmsMessage[tenant=" + tenant + ", to=" + to + "]";
    }
}
