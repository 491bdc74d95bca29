package io.strongroom.testrealm.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user with an e-mail address, created without an account, and their e-mails. To check that an e-mail was sent once, or
 * not at all, the tests wait for a later mail.
 */
final class MailedUser {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final String number = PhoneNumbers.next();
    private final String name = "mail" + number.substring(8);
    private final String address = name + "@example.com";
    private final String secret = "secret-of-" + number.substring(1);

    static TestRealm realm(String enforcement, String methods) {
        return TestRealm.create("mail", Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", methods))
                .withMail();
    }

    /** The subject as in e-mails of this realm: prefixed by the tenant's name. */
    static String subject(TestRealm realm, String rest) {
        return "Tenant " + realm.name() + ": " + rest;
    }

    String number() {
        return number;
    }

    /** The number as shown in e-mails. */
    String masked() {
        return "•••" + number.substring(number.length() - 2);
    }

    /** The user name. */
    String name() {
        return name;
    }

    String address() {
        return address;
    }

    /** Of the app. */
    String secret() {
        return secret;
    }

    /** The first mail. */
    Mail awaitMail() {
        return Harness.mailbox().await(address);
    }

    /** Waits for this many e-mails and returns all. */
    List<Mail> awaitMails(int count) {
        return Harness.mailbox().await(address, count);
    }

    List<Mail> mails() {
        return Harness.mailbox().mails(address);
    }

    static void removeByAdmin(TestRealm realm, TestUser user, String type) {
        realm.removeCredential(user, realm.credentialId(user, type));
    }

    /** The mail about this removal arrives after all others and is counted with them. */
    List<Mail> mailsUntilRemoval(TestRealm realm, TestUser user, String type, int expected) {
        if (expected > 1) {
            awaitMails(expected - 1);
        }
        removeByAdmin(realm, user, type);
        List<Mail> mails = awaitMails(expected);
        assertEquals(expected, mails.size(), mails::toString);
        assertTrue(mails.get(expected - 1).text().contains("An administrator has removed"), mails::toString);
        return mails;
    }

    /** Whether to send an e-mail is decided after the request. */
    static String awaitLog(String part) {
        return await("a line in the log with " + part)
                .atMost(TIMEOUT)
                .until(
                        () -> Harness.server()
                                .log()
                                .lines()
                                .filter(line -> line.contains(part))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
