package io.strongroom.testrealm.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X2 Race conditions can't exceed the limits")
class ParallelIT {
    private static final TestRealm REALM =
            TestRealm.create("parallel", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestUser user = REALM.addUser("racer" + number.substring(1), spec -> spec.number(number));
    private final Browser browser = new Browser();

    /** Opens tabs of one browser, all at the code page. */
    private List<Page> tabs(int count) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add(REALM.signIn(browser, user).page());
        }
        return pages;
    }

    @Test
    @DisplayName("security 3: a right code entered in 16 tabs at once creates one session")
    void oneSession() throws Exception {
        List<Page> tabs = tabs(16);
        String code = VONAGE.awaitCode(number);

        Threads.atOnce(tabs.stream()
                .<Callable<Landing>>map(tab -> () -> tab.submit("code", code))
                .toList());

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(1, REALM.sessions(user).size());
        assertTrue(REALM.events(user).stream().noneMatch(event -> "invalid_user_credentials".equals(event.getError())));
    }

    @Test
    @DisplayName("security 7: at most five of 16 concurrent guesses are checked")
    void fiveGuesses() throws Exception {
        List<Page> tabs = tabs(16);
        String code = VONAGE.awaitCode(number);

        List<Landing> landings = Threads.atOnce(IntStream.range(0, tabs.size())
                .<Callable<Landing>>mapToObj(i -> () -> tabs.get(i).submit("code", guess(code, i)))
                .toList());

        assertTrue(landings.stream().noneMatch(Arrival.class::isInstance));
        long checked = REALM.events(user).stream()
                .filter(event -> "invalid_user_credentials".equals(event.getError()))
                .count();
        assertTrue(checked <= 5, () -> checked + " guesses were checked");
    }

    private static String guess(String code, int i) {
        return "%06d".formatted((Integer.parseInt(code) + i + 1) % 1_000_000);
    }

    @Test
    @DisplayName("a page opened in several tabs at once sends one message")
    void oneMessage() throws Exception {
        List<Page> logins =
                IntStream.range(0, 8).mapToObj(i -> REALM.loginPage(browser)).toList();

        List<Landing> landings = Threads.atOnce(logins.stream()
                .<Callable<Landing>>map(
                        login -> () -> login.submit(Map.of("username", user.name(), "password", user.password())))
                .toList());
        String code = VONAGE.awaitCode(number);

        assertEquals(1, VONAGE.texts(number).size());
        Page page = landings.get(0).page();
        page.refresh().page().submit("code", code).signedIn();
    }
}
