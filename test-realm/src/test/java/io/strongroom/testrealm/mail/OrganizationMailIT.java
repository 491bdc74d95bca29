package io.strongroom.testrealm.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Mailbox;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.support.TestOrganization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 An e-mail about an organization that requires a second factor")
class OrganizationMailIT {
    private static final Mailbox MAILBOX = Harness.mailbox();

    /** More than one batch of e-mails. */
    private static final int MANY = 22;

    private final TestRealm realm = TestRealm.create("orgmail", representation -> {
                representation.setOrganizationsEnabled(true);
                representation.getAttributes().put("twoFactor.methods", "security-key,totp,sms");
                return representation;
            })
            .withMail();
    private final TestOrganization acme = TestOrganization.create(realm, "acme");

    private String member(String label, UnaryOperator<UserSpec> spec) {
        String name = realm.name() + "-" + label;
        acme.add(realm.addUser(name, spec));
        return name + "@example.com";
    }

    private void enforce(String enforcement, int times) {
        realm.admin()
                .put(
                        realm.path("/two-factor/organizations/" + acme.id() + "/policy"),
                        Map.of("enforcement", enforcement, "exemptRoles", List.of("machine")));
        await("mails to all members").atMost(Duration.ofSeconds(30)).until(() -> announced() == times);
    }

    private long announced() {
        return Harness.server()
                .log()
                .lines()
                .filter(line -> line.contains("members of organization " + acme.id() + " were notified of its rule"))
                .count();
    }

    @Test
    @DisplayName("X10 is sent once to members who can be asked now, in the organization's name, and not again after "
            + "switching off and on")
    void mailed() {
        List<String> many = IntStream.range(0, MANY)
                .mapToObj(i -> member("member" + i, spec -> spec.number(PhoneNumbers.next())))
                .toList();
        String number = PhoneNumbers.next();
        String withNumber = member("number", spec -> spec.number(number));
        String withKey = member("key", spec -> spec.securityKey(SoftAuthenticator.securityKey()));
        String none = member("none", spec -> spec);
        String exempt =
                member("machine", spec -> spec.number(PhoneNumbers.next()).role("machine"));
        String stranger = realm.name() + "-stranger@example.com";
        realm.addUser(realm.name() + "-stranger", spec -> spec.number(PhoneNumbers.next()));

        enforce("required", 1);

        for (String address : many) {
            assertEquals(1, MAILBOX.await(address, 1).size(), address);
        }
        Mail mail = MAILBOX.await(withNumber);
        assertEquals("acme: your organization now asks for a code", mail.subject());
        assertTrue(mail.text().contains("Your organization acme now asks for a second step"), mail::text);
        assertTrue(mail.text().contains("•••" + number.substring(number.length() - 2)), mail::text);
        assertFalse(mail.text().contains("Tenant"), mail::text);
        assertEquals(
                "acme: your organization now asks for a second step",
                MAILBOX.await(withKey).subject());

        enforce("off", 1);
        enforce("required", 2);
        assertEquals(1, MAILBOX.mails(withNumber).size());
        for (String address : List.of(none, exempt, stranger)) {
            assertEquals(List.of(), MAILBOX.mails(address), address);
        }
    }
}
