package io.strongroom.gateway;

import io.strongroom.phone.PhoneNumber;

/**
 * A text message.
 *
 * @param tenant the realm's name
 * @param sender sender id shown on the phone: 1 to 11 characters, or a number
 * @param text   may contain a code: never log it
 */
public record SmsMessage(String tenant, PhoneNumber to, String sender, String text) {

    /** Omits the text, to keep it out of logs. */
    @Override
    public String toString() {
        return "SmsMessage[tenant=" + tenant + ", to=" + to + "]";
    }
}
