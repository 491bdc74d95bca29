package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X3 Send limits count only messages whose code was not entered")
class AnsweredMessagesIT {
    private static final int LIMIT = 3;
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();

    private static TestRealm realm(String label, String... limited) {
        return TestRealm.create(label, representation -> {
                    representation.getAttributes().put("twoFactor.enforcement", "required");
                    for (String attribute : limited) {
                        representation.getAttributes().put("twoFactor.sms." + attribute, Integer.toString(LIMIT));
                    }
                    return representation;
                })
                .withMail();
    }

    private static List<String> findings(TestRealm realm) {
        JsonNode health = realm.admin().get(realm.path("/two-factor/health"));
        return health.findValuesAsText("message");
    }

    private static Page codePage(TestRealm realm, String name, String number) {
        return realm.signIn(new Browser(), realm.addUser(name, spec -> spec.number(number)))
                .page();
    }

    @Test
    @DisplayName("X9 every user at a shared address who enters the code logs in, and health reports the shared address "
            + "and users stopped by a limit")
    void oneAddress() {
        TestRealm realm = realm("office", "perAddressPerHour");
        for (int user = 0; user < 3 * LIMIT; user++) {
            String next = PhoneNumbers.next();
            codePage(realm, "user" + user, next)
                    .submit("code", VONAGE.awaitCode(next))
                    .signedIn();
        }
        assertEquals(1, findings(realm).size(), () -> findings(realm).toString());
        assertTrue(
                findings(realm)
                        .get(0)
                        .startsWith("All " + 3 * LIMIT + " users of one day came from the same network address"),
                () -> findings(realm).toString());

        for (int user = 0; user < LIMIT + 2; user++) {
            boolean refused = codePage(realm, "silent" + user, PhoneNumbers.next())
                    .message()
                    .contains("No further messages");
            assertEquals(user >= LIMIT, refused, "user " + user);
        }

        assertTrue(
                findings(realm).stream()
                        .anyMatch(finding -> finding.startsWith("2 text messages were refused in the last day")),
                () -> findings(realm).toString());
    }

    @Test
    @DisplayName("X2 a code submitted many times at once releases only its own slot")
    void once() throws Exception {
        TestRealm realm = realm("once", "perNumberPerHour", "perUserPerHour");
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        Browser browser = new Browser();
        List<Page> tabs = IntStream.range(0, 8)
                .mapToObj(i -> realm.signIn(browser, user).page())
                .toList();
        realm.signIn(new Browser(), user);
        realm.signIn(new Browser(), user);
        String code = VONAGE.awaitCode(number);

        Threads.atOnce(tabs.stream()
                .<Callable<Object>>map(tab -> () -> tab.submit("code", code))
                .toList());

        assertEquals("", realm.signIn(new Browser(), user).page().message());
        Page refused = realm.signIn(new Browser(), user).page();
        assertTrue(refused.message().contains("No further messages"), refused::toString);
    }

    @Test
    @DisplayName("X4 messages that no vendor accepted do not count, so users can log in as soon as the vendor is back")
    void notSent() {
        TestRealm realm = realm("outage", "perNumberPerHour", "perUserPerHour");
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        VONAGE.answersStatus(number, 500);
        for (int attempt = 1; attempt <= 2 * LIMIT; attempt++) {
            Page page = realm.signIn(new Browser(), user).page();
            assertFalse(page.message().contains("No further messages"), page::toString);
            await().until(() -> page.refresh().page().has("[data-strongroom-status=failed]"));
        }
        VONAGE.recovers(number);

        Page page = realm.signIn(new Browser(), user).page();

        page.submit("code", VONAGE.awaitCode(number, 2 * LIMIT + 1)).signedIn();
    }
}
