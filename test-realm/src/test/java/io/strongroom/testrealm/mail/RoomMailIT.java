package io.strongroom.testrealm.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.HangingServer;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Mailbox;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An e-mail about switching on a data room's rule")
class RoomMailIT {
    private static final Mailbox MAILBOX = Harness.mailbox();

    /** More than one batch of e-mails. */
    private static final int MANY = 22;

    private final TestRealm realm = TestRealm.create("roommail");
    private final AdminApi api = AdminApi.of(realm);
    private final TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
    private final TestGroup bidders = realm.addGroup(room, "Bidders", Map.of());
    private final TestGroup runners = realm.addGroup(room, "Administrators", Map.of("dataRoom.administrators", "true"));

    private String member(String label, UnaryOperator<UserSpec> spec) {
        String name = realm.name() + "-" + label;
        realm.addUser(name, spec);
        return name + "@example.com";
    }

    private void enforce(boolean enforced) {
        api.put("/data-rooms/" + room.id(), Map.of("enforced", enforced)).expect(200);
    }

    private long announced() {
        return Harness.server()
                .log()
                .lines()
                .filter(line -> line.contains("members of data room " + room.id() + " were notified of its rule"))
                .count();
    }

    private void awaitAnnounced(int times) {
        await("mails to all members").atMost(Duration.ofSeconds(30)).until(() -> announced() == times);
    }

    @Test
    @DisplayName("X10 D4 is sent once to members who can be asked now, with the number that codes go to, and not again "
            + "after switching off and on")
    void mailed() {
        realm.withMail();
        List<String> many = IntStream.range(0, MANY)
                .mapToObj(
                        i -> member("bidder" + i, spec -> spec.memberOf(bidders).number(PhoneNumbers.next())))
                .toList();
        String own = PhoneNumbers.next();
        String forRoom = PhoneNumbers.next();
        String given = member("given", spec -> spec.memberOf(room).number(own).numberFor(room, forRoom));
        String none = member("none", spec -> spec.memberOf(bidders));
        String runner = member("runner", spec -> spec.memberOf(runners).number(PhoneNumbers.next()));
        String stranger = member("stranger", spec -> spec.number(PhoneNumbers.next()));

        enforce(true);
        awaitAnnounced(1);

        for (String address : many) {
            assertEquals(1, MAILBOX.await(address, 1).size(), address);
        }
        Mail mail = MAILBOX.await(given);
        assertEquals("Tenant " + realm.name() + ": a data room now asks for a code", mail.subject());
        assertTrue(mail.text().contains("Data room: Falcon"), mail::text);
        assertTrue(mail.text().contains("•••" + forRoom.substring(forRoom.length() - 2)), mail::text);

        enforce(false);
        enforce(true);
        awaitAnnounced(2);
        assertEquals(1, MAILBOX.mails(given).size());
        for (String address : List.of(none, runner, stranger)) {
            assertEquals(List.of(), MAILBOX.mails(address));
        }
    }

    @Test
    @DisplayName("X17 X10 D4 names what each member is asked for first: a number, an app or a key")
    void howMembersPass() {
        realm.withMail();
        List<String> methods = List.of("passkey", "security-key", "totp", "sms");
        TestGroup eagle = realm.addGroup("Eagle", Map.of("dataRoom", "true"));
        String number = PhoneNumbers.next();
        String withNumber = member("number", spec -> spec.memberOf(eagle).number(number));
        String withApp = member("app", spec -> spec.memberOf(eagle).app("secret-of-the-app"));
        String withPasskey = member(
                "passkey",
                spec -> spec.memberOf(eagle).number(PhoneNumbers.next()).passkey(SoftAuthenticator.passkey()));
        String withKey = member("key", spec -> spec.memberOf(eagle).securityKey(SoftAuthenticator.securityKey()));

        api.put("/data-rooms/" + eagle.id(), Map.of("enforced", true, "methods", methods))
                .expect(200);

        assertMail(withNumber, "a code", "Second factor: Text message", "•••" + number.substring(number.length() - 2));
        assertMail(withApp, "a code", "Second factor: Authenticator app");
        assertMail(withPasskey, "a second step", "Second factor: Passkey", "Name: Key of the test", "have this key");
        assertMail(withKey, "a second step", "Second factor: Security key", "Name: Key of the test");
    }

    private void assertMail(String address, String asksFor, String... parts) {
        Mail mail = MAILBOX.await(address);
        assertEquals("Tenant " + realm.name() + ": a data room now asks for " + asksFor, mail.subject());
        for (String part : parts) {
            assertTrue(mail.text().contains(part), () -> part + " in " + mail.text());
        }
    }

    @Test
    @DisplayName("X10 does not delay the administrator if the mail server hangs")
    void hanging() throws IOException {
        try (HangingServer hanging = new HangingServer()) {
            realm.withMail(Map.of(
                    "host",
                    "127.0.0.1",
                    "port",
                    Integer.toString(hanging.port()),
                    "from",
                    "no-reply@strongroom.test",
                    "timeout",
                    "600000"));
            member("bidder", spec -> spec.memberOf(bidders).number(PhoneNumbers.next()));

            enforce(true);

            hanging.awaitConnections(1);
            enforce(false);
            assertEquals(0, announced(), "it still hangs");
        }
    }
}
