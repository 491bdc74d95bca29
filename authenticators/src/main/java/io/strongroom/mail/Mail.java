package io.strongroom.mail;

import java.util.Map;

/** A composed e-mail that can be sent without a transaction. */
public record Mail(String realmId, Map<String, String> smtp, String to, String subject, String text, String html) {

    /** Returns a text without address, password and content, so that logs don't contain any. */
    @Override
    public String toString() {
        return "e-mail of realm " + realmId;
    }
}
