package io.strongroom.testrealm.mail;

import static io.strongroom.testrealm.mail.MailedUser.awaitLog;
import static io.strongroom.testrealm.mail.MailedUser.removeByAdmin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The recipients of e-mails about changes")
class MailRecipientsIT {
    private static final TestRealm REALM = MailedUser.realm("required", "totp,sms");

    private final MailedUser mailed = new MailedUser();

    @Test
    @DisplayName("X10 include members of a data room in a realm without another rule")
    void dataRoomOnly() {
        TestRealm realm = TestRealm.create("mailroom").withMail();
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser user = realm.addUser(mailed.name(), spec -> spec.memberOf(room).numberFor(room, mailed.number()));

        mailed.mailsUntilRemoval(realm, user, "sms-otp", 1);
    }

    @ParameterizedTest(name = "X10 include nobody with {0}")
    @ValueSource(strings = {"twoFactor.notifyByEmail=false", "twoFactor.enforcement=off"})
    void notTold(String setting) {
        String attribute = setting.split("=")[0];
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("twoFactor.enforcement", "optional"));
        attributes.put(attribute, setting.split("=")[1]);
        TestRealm realm = TestRealm.create("mute", attributes).withMail();
        TestUser user =
                realm.addUser(mailed.name(), spec -> spec.app(mailed.secret()).number(mailed.number()));
        removeByAdmin(realm, user, "otp");
        awaitLog(user.id() + " is not notified of REMOVED_BY_ADMIN");

        realm.setAttribute(attribute, attribute.endsWith("Email") ? "true" : "optional");

        mailed.mailsUntilRemoval(realm, user, "sms-otp", 1);
    }

    @ParameterizedTest(name = "X17 X10 include the owner of a {0} in a realm in which only {1} accepts it")
    @CsvSource({
        "webauthn-passwordless,a data room,passkey",
        "webauthn-passwordless,a data room,security-key",
        "webauthn,a data room,security-key",
        "webauthn,a role,security-key"
    })
    void keyAccepted(String type, String rule, String method) {
        TestRealm realm = TestRealm.create("keymail", Map.of("twoFactor.enforcement", "optional"))
                .withMail();
        if (rule.equals("a role")) {
            realm.setAttribute("twoFactor.roleMethods", "two-factor-required=" + method);
        } else {
            realm.addGroup(
                    "Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", method));
        }
        TestUser user = realm.addUser(mailed.name(), spec -> withKey(spec, type));

        mailed.mailsUntilRemoval(realm, user, type, 1);
    }

    @ParameterizedTest(name = "X17 X10 do not include the owner of a {0} that no rule of the realm accepts")
    @CsvSource({"webauthn-passwordless", "webauthn"})
    void keyNotAccepted(String type) {
        TestUser user = REALM.addUser(mailed.name(), spec -> withKey(spec, type).app(mailed.secret()));
        removeByAdmin(REALM, user, type);
        awaitLog(user.id() + " is not notified of REMOVED_BY_ADMIN");

        mailed.mailsUntilRemoval(REALM, user, "otp", 1);
    }

    @Test
    @DisplayName("X17 X10 learn that they have no second factor, whatever keys they have that no rule accepts")
    void onlyUnacceptedKeyLeft() {
        TestUser user =
                REALM.addUser(mailed.name(), spec -> withKey(spec, "webauthn").app(mailed.secret()));

        Mail mail = mailed.mailsUntilRemoval(REALM, user, "otp", 1).get(0);

        assertTrue(mail.text().contains("Your account has no second factor now"), mail::text);
    }

    private static UserSpec withKey(UserSpec spec, String type) {
        return type.equals("webauthn")
                ? spec.securityKey(SoftAuthenticator.securityKey())
                : spec.passkey(SoftAuthenticator.passkey());
    }

    @Test
    @DisplayName("X10 do not include a user without an address")
    void noAddress() {
        TestUser user = REALM.addUser(
                mailed.name(),
                spec -> spec.app(mailed.secret()).number(mailed.number()).with(rep -> rep.setEmail(null)));
        removeByAdmin(REALM, user, "otp");
        awaitLog(user.id() + " is not notified of REMOVED_BY_ADMIN");
        REALM.admin().put(REALM.path("/users/" + user.id()), Map.of("email", mailed.address()));

        mailed.mailsUntilRemoval(REALM, user, "sms-otp", 1);
    }

    @Test
    @DisplayName("X10 get at most twenty e-mails an hour each, and other users still get theirs")
    void limit() {
        TestGroup room = REALM.addGroup("Room " + mailed.name(), Map.of("dataRoom", "true"));
        TestUser user = REALM.addUser(mailed.name(), spec -> spec.memberOf(room));
        String path = REALM.path("/two-factor/data-rooms/" + room.id() + "/members/" + user.id() + "/phone-number");
        for (int mail = 0; mail < 21; mail++) {
            REALM.admin().put(path, Map.of("phoneNumber", PhoneNumbers.next()));
        }

        awaitLog(user.id() + " is not notified of NUMBER_SET_BY_ADMIN");

        mailed.awaitMails(20);
        TestUser other = REALM.addUser("other" + mailed.name(), spec -> spec.number(mailed.number()));
        removeByAdmin(REALM, other, "sms-otp");
        Harness.mailbox().await("other" + mailed.address());
        assertEquals(20, mailed.mails().size());
    }
}
