package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.EmailCodes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("security 20 X19 Somebody who changes a user's e-mail address")
class ChangedAddressIT {
    private static final TestRealm REALM = EmailCodes.realm("address", Map.of());
    private static final String RECORD = "two-factor-email";

    private final String name = "joanna" + PhoneNumbers.next().substring(6);
    private final String other = "eve" + name;
    private final Browser browser = new Browser();

    private static void assertNoCode(Page page, TestUser user) {
        assertEquals("login-strongroom-refused", page.id(), page::toString);
        assertTrue(page.text().contains("changed in the last 24 hours"), page::text);
        assertEquals(List.of(), EmailCodes.mails(user));
    }

    private TestUser asOther(TestUser user) {
        return new TestUser(user.id(), other, user.password());
    }

    private static String hash(String address) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8)));
    }

    private void setByAdmin(TestUser user, String address) {
        String path = REALM.path("/users/" + user.id());
        UserRepresentation existing = REALM.admin().get(path, UserRepresentation.class);
        existing.setEmail(address);
        existing.setEmailVerified(true);
        REALM.admin().put(path, existing);
    }

    @Test
    @DisplayName("as an administrator gets no code at the new address for a day, even on the user's first login")
    void byAdmin() {
        TestUser user = REALM.addUser(name);
        setByAdmin(user, other + "@example.com");

        assertNoCode(REALM.signIn(browser, user).page(), asOther(user));
        assertEquals(1, REALM.credentials(user, RECORD).size());
        assertFalse(REALM.credentials(user).toString().contains(other));
    }

    @Test
    @DisplayName("as an administrator, and changes it back, does not end the wait")
    void back() {
        TestUser user = REALM.addUser(name);
        setByAdmin(user, other + "@example.com");
        setByAdmin(user, EmailCodes.addressOf(user));

        assertNoCode(REALM.signIn(browser, user).page(), user);
    }

    @Test
    @DisplayName("in the user's session gets no code at the new address for a day, even once it is verified")
    void byUser() {
        TestUser user = REALM.addUser(name);
        REALM.signIn(browser, user)
                .page()
                .submit("code", EmailCodes.await(user))
                .signedIn();
        Page profile = browser.open(REALM.app().authorize().with("kc_action", "UPDATE_PROFILE"))
                .page();
        assertTrue(profile.hasField("email"), profile::toString);
        profile.submit(Map.of("email", other + "@example.com", "firstName", "J", "lastName", "J"));
        assertEquals(
                other + "@example.com",
                REALM.admin()
                        .get(REALM.path("/users/" + user.id()))
                        .get("email")
                        .asText());
        setByAdmin(user, other + "@example.com");

        assertNoCode(REALM.signIn(new Browser(), user).page(), asOther(user));
    }

    @Test
    @DisplayName("in a directory gets no code at the new address for a day after it is noticed")
    void inDirectory() {
        TestUser user = REALM.addUser(name, spec -> spec.stored(RECORD, "{\"hash\":\"of another address\"}"));

        assertNoCode(REALM.signIn(browser, user).page(), user);
        assertNoCode(REALM.signIn(new Browser(), user).page(), user);
        assertEquals(1, REALM.credentials(user, RECORD).size());
    }

    @Test
    @DisplayName("a day ago no longer matters")
    void aDayAgo() throws Exception {
        String address = name + "@example.com";
        long changedAt = Instant.now().minus(Duration.ofHours(25)).toEpochMilli();
        TestUser user = REALM.addUser(
                name,
                spec -> spec.stored(
                        RECORD, "{\"hash\":\"%s\",\"changedAt\":%d}".formatted(hashOf(address), changedAt)));

        REALM.signIn(browser, user)
                .page()
                .submit("code", EmailCodes.await(user))
                .signedIn();
    }

    private static String hashOf(String address) {
        try {
            return hash(address);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("does not keep the user from passing another factor, and e-mail is not offered beside it")
    void otherFactor() {
        TestUser user = REALM.addUser(name, spec -> spec.app("secret-of-" + name));
        setByAdmin(user, other + "@example.com");

        Page page = REALM.signIn(browser, user).page();

        assertEquals("login-strongroom-totp", page.id(), page::toString);
        assertFalse(page.has("button[value=email]"), page::toString);
    }

    @Test
    @DisplayName(
            "to another spelling of the same address changes nothing, and neither does another change of the profile")
    void unchanged() {
        TestUser user = REALM.addUser(name);
        String path = REALM.path("/users/" + user.id());
        UserRepresentation existing = REALM.admin().get(path, UserRepresentation.class);
        existing.setFirstName("Jo");
        REALM.admin().put(path, existing);

        REALM.signIn(browser, user)
                .page()
                .submit("code", EmailCodes.await(user))
                .signedIn();
    }
}
