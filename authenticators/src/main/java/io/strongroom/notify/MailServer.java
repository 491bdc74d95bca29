package io.strongroom.notify;

import java.util.Map;
import org.keycloak.models.RealmModel;

/** What a realm knows of the server that sends its mails. */
public final class MailServer {

    private MailServer() {}

    /** Whether mails can be sent at all: Keycloak needs a host and a sender. */
    public static boolean isSetUp(RealmModel realm) {
        return isSetUp(realm.getSmtpConfig());
    }

    static boolean isSetUp(Map<String, String> smtp) {
        return smtp != null && isGiven(smtp.get("host")) && isGiven(smtp.get("from"));
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
