package io.strongroom.testrealm.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.HangingServer;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.server.Ports;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mail server failures that affect e-mails about changes")
class MailTroubleIT {
    private static final Vonage VONAGE = Harness.vonage();

    private static TestRealm realmWith(int smtpPort) {
        // A login that waited for the server would exceed any test's time-out.
        return MailedUser.realm("required", "sms")
                .withMail(Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(smtpPort),
                        "from",
                        "no-reply@strongroom.test",
                        "timeout",
                        "600000"));
    }

    private static TestUser enrol(TestRealm realm, String label) {
        String number = PhoneNumbers.next();
        TestUser user = realm.addUser(label + number.substring(8));
        Page page = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-phone", page.id());
        page.submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        return user;
    }

    @Test
    @DisplayName("X10 a hanging mail server delays no login and no e-mail of another tenant")
    void hanging() throws IOException {
        try (HangingServer hanging = new HangingServer()) {
            TestRealm realm = realmWith(hanging.port());
            for (int user = 0; user < 4; user++) {
                enrol(realm, "hangs");
            }
            hanging.awaitConnections(2);

            TestRealm otherTenant = MailedUser.realm("required", "sms");
            MailedUser mailed = new MailedUser();
            TestUser other = otherTenant.addUser(mailed.name(), spec -> spec.number(mailed.number()));
            mailed.mailsUntilRemoval(otherTenant, other, "sms-otp", 1);

            assertEquals(2, hanging.connections(), "it gets half of the threads, and these still hang");
        }
    }

    @Test
    @DisplayName("X10 a refusal by the mail server is logged, without the user's address")
    void refusing() {
        TestRealm realm = realmWith(Ports.free());
        TestUser user = enrol(realm, "refused");

        String line = MailedUser.awaitLog(user.id() + " could not be notified of ADDED");
        assertTrue(line.contains("WARN"), line);
        assertFalse(line.contains("@"), line);
    }
}
