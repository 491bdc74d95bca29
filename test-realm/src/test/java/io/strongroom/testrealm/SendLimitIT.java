package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X3 Limits on sending hold across logins")
class SendLimitIT {
    private static final Vonage VONAGE = Harness.vonage();

    @ParameterizedTest(
            name = "security 10: twoFactor.sms.{0}: who logs in anew in another browser gets no more messages")
    @ValueSource(strings = {"perUserPerHour", "perNumberPerHour", "perAddressPerHour"})
    void limit(String attribute) {
        String number = PhoneNumbers.next();
        TestRealm realm = TestRealm.create(
                "limit",
                Map.of(
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.methods",
                        "sms",
                        "twoFactor.sms." + attribute,
                        "2"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        realm.signIn(new Browser(), user).page();
        Page second = realm.signIn(new Browser(), user).page();

        Page third = realm.signIn(new Browser(), user).page();

        assertTrue(third.message().contains("No further messages"), third::toString);
        second.submit("code", VONAGE.awaitCode(number, 2)).signedIn();
        assertEquals(2, VONAGE.texts(number).size());
    }
}
