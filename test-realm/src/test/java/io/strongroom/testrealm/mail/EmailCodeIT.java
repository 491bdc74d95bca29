package io.strongroom.testrealm.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.HangingServer;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.support.EmailCodes;
import io.strongroom.testrealm.support.FailureCounts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("X19 A login with a code by e-mail")
class EmailCodeIT {
    private static final TestRealm REALM = EmailCodes.realm("email", Map.of());

    private final String name = "joanna" + PhoneNumbers.next().substring(6);
    private final Browser browser = new Browser();

    private static Map<String, String> smtp(int port) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "from",
                "no-reply@strongroom.test",
                "timeout",
                "600000");
    }

    private static EventRepresentation event(TestRealm realm, String error) {
        return Awaitility.await(error)
                .until(
                        () -> realm.events().stream()
                                .filter(event -> error.equals(event.getError()))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    @Test
    @DisplayName("sends a code to the verified address, and typing it in completes the login")
    void code() {
        TestUser user = REALM.addUser(name);
        Page page = REALM.signIn(browser, user).page();
        String code = EmailCodes.await(user);

        assertEquals("login-strongroom-code", page.id(), page::toString);
        assertTrue(page.text().contains("Code from the e-mail"), page::text);
        assertTrue(page.submit("code", code).signedIn().code().isPresent());
        Mail mail = EmailCodes.mails(user).get(0);
        assertEquals("Tenant " + REALM.name() + ": your code for signing in", mail.subject());
        assertTrue(mail.html().contains(code), mail::html);
        assertFalse(mail.subject().contains(code));
        assertEquals(
                "j•••@example.com", REALM.awaitEvent(user, "LOGIN").getDetails().get("email_address"));
    }

    @Test
    @DisplayName("security 26: the page shows only the first letter and the domain of the address")
    void masked() {
        Page page = REALM.signIn(browser, REALM.addUser(name)).page();

        assertTrue(page.text().contains("j•••@example.com"), page::text);
        assertFalse(page.html().contains(name));
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
    }

    @Test
    @DisplayName("says on the page that the e-mail was sent")
    void status() {
        TestUser user = REALM.addUser(name);
        Page page = REALM.signIn(browser, user).page();
        EmailCodes.await(user);

        Awaitility.await("sent").until(() -> page.refresh().page().has("[data-strongroom-status=sent]"));
        assertEquals(1, EmailCodes.mails(user).size());
    }

    @Test
    @DisplayName("is not offered to a user whose address is not verified")
    void unverified() {
        TestUser user = REALM.addUser(name, spec -> spec.with(rep -> rep.setEmailVerified(false)));

        Page page = REALM.signIn(browser, user).page();

        assertEquals("login-strongroom-totp-setup", page.id(), page::toString);
        assertEquals(List.of(), Harness.mailbox().mails(EmailCodes.addressOf(user)));
    }

    @Test
    @DisplayName("is not offered unless a rule names it, and a user without another factor sets one up")
    void notAccepted() {
        TestRealm realm = EmailCodes.realm("noemail", Map.of("twoFactor.methods", "totp,sms"));
        TestUser user = realm.addUser(name);

        Page page = realm.signIn(browser, user).page();

        assertFalse(page.has("button[value=email]"), page::toString);
        assertEquals("login-strongroom-choose", page.id(), page::toString);
        assertEquals(List.of(), realm.credentials(user, "two-factor-email"));
    }

    @Test
    @DisplayName("comes after the user's stronger factors, under \"another way\"")
    void anotherWay() {
        TestUser user = REALM.addUser(name, spec -> spec.app("secret-of-" + name));

        Page page = REALM.signIn(browser, user).page();
        assertEquals("login-strongroom-totp", page.id(), page::toString);
        assertEquals(List.of(), EmailCodes.mails(user));

        page.press("method").page().submit("code", EmailCodes.await(user)).signedIn();
    }

    @Test
    @DisplayName("security 9: a wrong code counts, and a right one forgets it")
    void wrong() throws Exception {
        TestUser user = REALM.addUser(name);
        Page page = REALM.signIn(browser, user).page();
        String code = EmailCodes.await(user);

        Page wrong = page.submit("code", Vonage.otherThan(code)).page();
        assertTrue(wrong.message().contains("4 attempts left"), wrong::toString);
        assertEquals(
                "invalid_user_credentials",
                REALM.awaitEvent(user, "LOGIN_ERROR").getError());
        assertEquals(1, FailureCounts.total(REALM, user));
        wrong.submit("code", code).signedIn();
        assertEquals(0, FailureCounts.total(REALM, user));
    }

    @Test
    @DisplayName("security 4: one code, submitted in several tabs at once, creates one session")
    void parallel() throws Exception {
        TestUser user = REALM.addUser(name);
        List<Page> pages = IntStream.range(0, 6)
                .mapToObj(tab -> REALM.signIn(browser, user).page())
                .toList();
        String code = EmailCodes.await(user);

        Threads.atOnce(pages.stream()
                .map(page -> (Callable<Landing>) () -> page.submit("code", code))
                .toList());

        assertEquals(1, EmailCodes.mails(user).size());
        assertEquals(1, REALM.sessions(user).size());
    }

    @Test
    @DisplayName("security 8: the hundredth wrong code in a row locks the factor, and no code is sent")
    void locked() throws Exception {
        String hash = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest((name + "@example.com").getBytes(StandardCharsets.UTF_8)));
        TestUser user = REALM.addUser(name, spec -> spec.failures("email-otp", hash, 99));
        Page page = REALM.signIn(browser, user).page();

        Page locked =
                page.submit("code", Vonage.otherThan(EmailCodes.await(user))).page();

        assertEquals("login-strongroom-locked", locked.id(), locked::toString);
        assertTrue(locked.text().contains("Codes by e-mail are locked"), locked::text);
        assertEquals(
                "login-strongroom-locked",
                REALM.signIn(new Browser(), user).page().id());
        assertEquals(1, EmailCodes.mails(user).size());
    }

    @Test
    @DisplayName("security 10: the limits of text messages apply across logins, and e-mails use none of their budget")
    void limits() {
        TestRealm realm = EmailCodes.realm(
                "emaillimit", Map.of("twoFactor.sms.perNumberPerHour", "2", "twoFactor.methods", "email"));
        TestUser user = realm.addUser(name);
        realm.signIn(new Browser(), user).page();
        EmailCodes.await(user, 1);
        realm.signIn(new Browser(), user).page();
        EmailCodes.await(user, 2);

        Page third = realm.signIn(new Browser(), user).page();

        assertTrue(third.message().matches(".*No further messages.* in (59|60) minutes\\."), third::toString);
        EventRepresentation event = event(realm, "email_limit_reached");
        assertEquals("mailbox", event.getDetails().get("limit"));
        assertFalse(event.getDetails().toString().contains(EmailCodes.addressOf(user)));
        assertEquals(2, EmailCodes.mails(user).size());
        String health = realm.admin().get(realm.path("/two-factor/health")).toString();
        assertTrue(health.contains("NIST SP 800-63B-4"), health);
        assertTrue(health.contains("1 e-mails with codes were refused"), health);
        assertFalse(health.contains("text messages are used"), health);
    }

    @Test
    @DisplayName("security 10: all users of a tenant share a daily limit for e-mails")
    void tenantLimit() {
        TestRealm realm = EmailCodes.realm(
                "emailday", Map.of("twoFactor.sms.perTenantPerDay", "2", "twoFactor.methods", "email"));
        List<String> messages = IntStream.range(0, 3)
                .mapToObj(i -> realm.signIn(new Browser(), realm.addUser(name + i))
                        .page()
                        .message())
                .toList();

        assertEquals(List.of("", ""), messages.subList(0, 2));
        assertTrue(messages.get(2).startsWith("No further messages can be sent here today."), messages::toString);
    }

    @Test
    @DisplayName("a hanging mail server is not felt by the login")
    void hanging() throws Exception {
        try (HangingServer hanging = new HangingServer()) {
            TestRealm realm = EmailCodes.realm("emailhangs", Map.of()).withMail(smtp(hanging.port()));
            long start = System.nanoTime();

            Page page = realm.signIn(browser, realm.addUser(name)).page();

            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
            assertTrue(page.has("[data-strongroom-status=sending]"), page::toString);
            hanging.awaitConnections(1);
            TestUser other = REALM.addUser(name);
            REALM.signIn(new Browser(), other)
                    .page()
                    .submit("code", EmailCodes.await(other))
                    .signedIn();
        }
    }

    @Test
    @DisplayName("a mail server that refuses is reported on the page and as an event, and uses up no limit")
    void refusing() {
        TestRealm realm = EmailCodes.realm("emailrefused", Map.of("twoFactor.sms.perNumberPerHour", "1"))
                .withMail(smtp(Ports.free()));
        TestUser user = realm.addUser(name);
        Page page = realm.signIn(browser, user).page();

        EventRepresentation event = event(realm, "email_failed");
        assertEquals("j•••@example.com", event.getDetails().get("email_address"));
        Awaitility.await("failed").until(() -> page.refresh().page().has("[data-strongroom-status=failed]"));
        realm.withMail();
        realm.signIn(new Browser(), user)
                .page()
                .submit("code", EmailCodes.await(user))
                .signedIn();
    }

    @Test
    @DisplayName("X9 without a mail server, the page and the health report say that no code can be sent")
    void noServer() {
        TestRealm realm = EmailCodes.realm("emailless", Map.of()).withMail(Map.of());

        Page page = realm.signIn(browser, realm.addUser(name)).page();

        assertTrue(page.message().startsWith("E-mails cannot be sent here"), page::toString);
        String health = realm.admin().get(realm.path("/two-factor/health")).toString();
        assertTrue(health.contains("Codes by e-mail are accepted but cannot be sent"), health);
    }

    @Test
    @DisplayName("security 6: is not in the server's log, even if the realm debugs its mail server")
    void debuggedServer() {
        TestRealm realm = EmailCodes.realm("debugged", Map.of());
        Map<String, String> smtp = new HashMap<>(Harness.mailbox().realmSetting());
        smtp.put("debug", "true");
        realm.withMail(smtp);
        TestUser user = realm.addUser(name);

        Page page = realm.signIn(new Browser(), user).page();
        String code = EmailCodes.await(user);
        page.submit("code", code).signedIn();

        assertFalse(realm.server().log().contains("Code: " + code), "the code is in the log");
    }
}
