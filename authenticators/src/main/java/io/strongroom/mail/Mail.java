package io.strongroom.mail;

import java.util.HashMap;
import java.util.Map;

/** A composed e-mail that can be sent without a transaction. */
public record Mail(String realmId, Map<String, String> smtp, String to, String subject, String text, String html) {

    /**
     * Returns the same e-mail for a server that is not debugged: Keycloak would write the whole conversation to the log,
     * with the text.
     */
    public Mail unlogged() {
        Map<String, String> quiet = new HashMap<>(smtp);
        quiet.remove("debug");
        return new Mail(realmId, Map.copyOf(quiet), to, subject, text, html);
    }

    /** Returns a text without address, password and content, so that logs don't contain any. */
    @Override
    public String toString() {
        return "e-mail of realm " + realmId;
    }
}
