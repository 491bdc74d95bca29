package io.strongroom.mail;

import java.util.Map;
import org.keycloak.models.RealmModel;

/** Checks a realm's mail server settings. */
public final class MailServer {

    private MailServer() {}

    /** Returns whether Keycloak can send e-mails for the realm, which requires a host and a sender. */
    public static boolean isSetUp(RealmModel realm) {
        return isSetUp(realm.getSmtpConfig());
    }

    static boolean isSetUp(Map<String, String> smtp) {
        return smtp != null && isPresent(smtp.get("host")) && isPresent(smtp.get("from"));
    }

    private static boolean isPresent(String value) {
        return value != null && !value.isBlank();
    }
}
