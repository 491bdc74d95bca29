package io.strongroom.testrealm.console;

import static org.awaitility.Awaitility.await;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;

/**
 * Content for each page of a console: a data room with members of each kind, and a message that could not be sent.
 *
 * @param room Falcon, which enforces two-factor
 * @param anna a member with a number for the room, and an app
 * @param failing the number that gets no message
 */
record ConsoleContent(TestGroup room, TestUser anna, String failing) {

    static ConsoleContent of(TestRealm realm) {
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
        realm.setAttribute(room, "twoFactor.enforced", "true");
        TestGroup bidders = realm.addGroup(room, "Bidders", Map.of());
        TestGroup runners = realm.addGroup(room, "Administrators", Map.of("dataRoom.administrators", "true"));
        TestUser anna = realm.addUser(
                "anna",
                spec -> spec.memberOf(bidders)
                        .numberFor(room, PhoneNumbers.next())
                        .app("a secret of twenty b"));
        realm.addUser("ben", spec -> spec.memberOf(bidders));
        realm.addUser("carla", spec -> spec.memberOf(runners));
        realm.addUser("dora", spec -> spec.number(PhoneNumbers.next()));
        return new ConsoleContent(room, anna, failingMessage(realm, bidders));
    }

    private static String failingMessage(TestRealm realm, TestGroup bidders) {
        String number = PhoneNumbers.next();
        Harness.vonage().answersStatus(number, 500);
        TestUser frida = realm.addUser("frida", spec -> spec.memberOf(bidders).number(number));
        realm.signIn(new Browser(), frida);
        await().until(() ->
                AdminApi.of(realm).get("/sms").body().path("failures").size() == 1);
        return number;
    }
}
