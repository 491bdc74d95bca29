package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X3 A stranger's number entered at set-up")
class StrangersNumberIT {
    private static final TestRealm REALM = TestRealm.create(
            "strangers",
            Map.of(
                    "twoFactor.enforcement",
                    "required",
                    "twoFactor.methods",
                    "sms",
                    "twoFactor.sms.perNumberPerHour",
                    "2"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();

    private Page enter(String name, String entered) {
        TestUser user = REALM.addUser(name + number.substring(8));
        return REALM.signIn(new Browser(), user)
                .page()
                .submit("phoneNumber", entered)
                .page();
    }

    @ParameterizedTest(name = "still gets codes for its owner, who {0}")
    @ValueSource(strings = {"has proven it", "has it by an administrator"})
    void owner(String by) {
        TestUser owner = REALM.addUser(
                "owner" + number.substring(8) + by.length(),
                spec -> by.contains("proven")
                        ? spec.number(number)
                        : spec.storedNumber("{\"phoneNumber\":\"" + number + "\",\"setBy\":\"admin\"}"));
        for (int account = 0; account < 4; account++) {
            enter("one" + account + by.length(), number);
        }
        int sent = VONAGE.awaitTexts(number, 1).size();

        Page page = REALM.signIn(new Browser(), owner).page();

        assertEquals("", page.message());
        page.submit("code", VONAGE.awaitCode(number, sent + 1)).signedIn();
    }

    @Test
    @DisplayName(
            "gets one message in half a minute from all accounts and browsers together, and the others have to wait")
    void slowly() {
        Page first = enter("first", number);
        List<Page> others = List.of(enter("second", number), enter("third", number), enter("fourth", number));

        assertEquals("", first.message());
        others.forEach(page -> assertTrue(
                page.message().matches(".*another message in \\d+ seconds.*") && page.has("button[name=resend]"),
                page::toString));
        VONAGE.awaitCode(number);
        assertEquals(1, VONAGE.texts(number).size());
        first.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName(
            "is one of at most five numbers that a user can try in an hour, and the right one still works afterwards")
    void fewNumbers() {
        TestUser user = REALM.addUser("mass" + number.substring(8));
        for (int login = 0; login < 5; login++) {
            String stranger = PhoneNumbers.next();
            REALM.signIn(new Browser(), user).page().submit("phoneNumber", stranger);
            VONAGE.awaitCode(stranger);
        }

        Page refused = REALM.signIn(new Browser(), user)
                .page()
                .submit("phoneNumber", number)
                .page();

        assertTrue(refused.message().contains("No further messages"), refused::toString);
        assertEquals(List.of(), VONAGE.texts(number));
        assertEquals(
                "set_up_user",
                REALM.events(user).stream()
                        .filter(event -> "sms_limit_reached".equals(event.getError()))
                        .findFirst()
                        .orElseThrow()
                        .getDetails()
                        .get("limit"));
    }
}
