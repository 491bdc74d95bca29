package io.strongroom.notify;

import java.util.Map;

/** A mail that is ready to be sent, apart from any transaction. */
record Mail(String realmId, Map<String, String> smtp, String to, String subject, String text, String html) {}
