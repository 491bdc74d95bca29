package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The realms of the screens. Each has an application for each login theme. */
final class Tenants {
    static final List<String> THEMES = List.of("keycloak.v2", "keycloak", "plain", "brand", "minimal");

    private Tenants() {}

    /** Requires app or message. */
    static TestRealm both() {
        return Both.REALM;
    }

    /** Requires app or message, with a grace period. */
    static TestRealm grace() {
        return Grace.REALM;
    }

    /** Requires a passkey, a security key or an app. */
    static TestRealm keys() {
        return Keys.REALM;
    }

    /** Requires a code by e-mail. */
    static TestRealm email() {
        return Email.REALM;
    }

    /** Holds a role to keys, which only administrators may set up. */
    static TestRealm roles() {
        return Roles.REALM;
    }

    /** Requires a code by text message. */
    static TestRealm sms() {
        return Sms.REALM;
    }

    /** Messages fail here until the circuit breaker skips its gateway. */
    static TestRealm failing() {
        return Failing.REALM;
    }

    /** Sends each user one message an hour. */
    static TestRealm sparing() {
        return Sparing.REALM;
    }

    /** Asks only users who have set up a factor. */
    static TestRealm mails() {
        return Mails.REALM;
    }

    /** Has no rule except that of {@link #room}; users can't set up factors. */
    static TestRealm rooms() {
        return Rooms.REALM;
    }

    /** A data room that enforces. */
    static TestGroup room() {
        return Rooms.FALCON;
    }

    /** A data room that refuses members without a number. */
    static TestGroup closedRoom() {
        return Rooms.EAGLE;
    }

    static App app(TestRealm realm, String theme) {
        return realm.app("app-" + theme);
    }

    /** With mail, and an application for each theme. */
    private static TestRealm mailing(String label, String methods, Map<String, String> more) {
        TestRealm realm = realm(label, methods, more);
        THEMES.forEach(theme -> realm.addClient("app-" + theme, client -> {
            client.getAttributes().put("login_theme", theme);
            return client;
        }));
        return realm.withMail();
    }

    /** In all languages, without a mail server. */
    static TestRealm realm(String label, String methods, Map<String, String> more) {
        Map<String, String> attributes =
                new LinkedHashMap<>(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", methods));
        attributes.putAll(more);
        Set<String> locales = new TreeSet<>(Languages.shipped());
        locales.add(Languages.RIGHT_TO_LEFT);
        return TestRealm.create(label, representation -> {
            representation.setDisplayName("Acme");
            representation.setSupportedLocales(locales);
            representation.getAttributes().putAll(attributes);
            return representation;
        });
    }

    private static final class Both {
        static final TestRealm REALM = mailing(
                "screens", "totp,sms", Map.of("twoFactor.backupCodes", "10", "twoFactor.rememberBrowserDays", "30"));
    }

    private static final class Grace {
        static final TestRealm REALM = mailing(
                "screens-grace",
                "totp,sms",
                Map.of("twoFactor.graceUntil", LocalDate.now().plusDays(14).toString()));
    }

    private static final class Keys {
        static final TestRealm REALM =
                mailing("screens-keys", "passkey,security-key,totp", Map.of("twoFactor.rememberBrowserDays", "30"));
    }

    private static final class Email {
        static final TestRealm REALM = mailing("screens-email", "email", Map.of());
    }

    private static final class Roles {
        static final TestRealm REALM = mailing(
                "screens-roles",
                "totp,sms",
                Map.of(
                        "twoFactor.selfService",
                        "false",
                        "twoFactor.roleMethods",
                        "two-factor-required=passkey,security-key"));
    }

    private static final class Sms {
        static final TestRealm REALM = mailing("screens-sms", "sms", Map.of("twoFactor.sms.codeTtlSeconds", "60"));
    }

    private static final class Failing {
        static final TestRealm REALM = mailing("screens-failing", "sms", Map.of());
    }

    private static final class Sparing {
        static final TestRealm REALM = mailing("screens-sparing", "sms", Map.of("twoFactor.sms.perUserPerHour", "1"));
    }

    private static final class Mails {
        static final TestRealm REALM = mailing(
                "screens-mails",
                "totp,sms",
                Map.of("twoFactor.enforcement", "optional", "twoFactor.backupCodes", "10"));
    }

    private static final class Rooms {
        static final TestRealm REALM = mailing(
                "screens-rooms", "totp,sms", Map.of("twoFactor.enforcement", "off", "twoFactor.selfService", "false"));
        static final TestGroup FALCON = room("Falcon", "enrol");
        static final TestGroup EAGLE = room("Eagle", "refuse");

        private static TestGroup room(String name, String withoutNumber) {
            return REALM.addGroup(
                    name,
                    Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", withoutNumber));
        }
    }
}
