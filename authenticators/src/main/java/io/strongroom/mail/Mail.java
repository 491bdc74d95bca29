package io.strongroom.mail;

import java.util.Map;

/** A composed e-mail that can be sent without a transaction. */
public record Mail(String realmId, Map<String, String> smtp, String to, String subject, String text, String html) {}
