package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A data room that enforces a second factor in a tenant that does not")
class DataRoomIT {
    private static final TestRealm REALM = TestRealm.create("rooms");
    private static final Vonage VONAGE = Harness.vonage();
    private static final AtomicInteger ROOMS = new AtomicInteger();

    private final TestGroup room = room(Map.of("twoFactor.enforced", "true"));
    private final TestGroup bidders = REALM.addGroup(room, "Bidders", Map.of());
    private final TestGroup administrators =
            REALM.addGroup(room, "Administrators", Map.of("dataRoom.administrators", "true"));
    private final String number = PhoneNumbers.next();

    private static TestGroup room(Map<String, String> rule) {
        TestGroup group = REALM.addGroup("Falcon " + ROOMS.incrementAndGet(), Map.of("dataRoom", "true"));
        rule.forEach((attribute, value) -> REALM.setAttribute(group, attribute, value));
        return group;
    }

    private TestUser user(String name) {
        return REALM.addUser(name + number.substring(1));
    }

    private TestUser memberWithNumber(TestGroup group) {
        return REALM.addUser(
                "bidder" + number.substring(1), spec -> spec.memberOf(group).numberFor(room, number));
    }

    private TestUser memberWithoutNumber(TestGroup group) {
        TestUser user = user("member");
        REALM.join(user, group);
        return user;
    }

    @Test
    @DisplayName("D1 D2 asks a member of its user group for the code sent to the number set for this room")
    void member() {
        Page page = REALM.signIn(new Browser(), memberWithNumber(bidders)).page();

        assertEquals("login-strongroom-code", page.id());
        assertTrue(page.text().contains(room.path().substring(1)), page::toString);
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("D1 asks only its members, while other users log in with the password")
    void noMember() {
        REALM.signIn(new Browser(), user("guest")).signedIn();
    }

    @Test
    @DisplayName("D4 stops asking at the next login once the rule is unticked")
    void untick() {
        TestUser member = memberWithNumber(bidders);
        REALM.signIn(new Browser(), member).page();

        REALM.setAttribute(room, "twoFactor.enforced", "false");

        REALM.signIn(new Browser(), member).signedIn();
    }

    @Test
    @DisplayName("D5 does not ask its administrators, even if they are bidders too")
    void administrators() {
        TestUser administrator = memberWithoutNumber(administrators);
        REALM.join(administrator, bidders);

        REALM.signIn(new Browser(), administrator).signedIn();
    }

    @Test
    @DisplayName("D5 ignores a rule that is set on the administrators' own group")
    void enforcedOnAdministrators() {
        REALM.setAttribute(administrators, "twoFactor.enforced", "true");

        REALM.signIn(new Browser(), memberWithoutNumber(administrators)).signedIn();
    }

    @Test
    @DisplayName("D6 lets an administrator set up a number for themselves")
    void administratorsOwn() {
        TestUser administrator = memberWithoutNumber(administrators);
        Page page = REALM.signIn(
                        new Browser(), REALM.app().authorize().with("kc_action", "sms-otp-enrol"), administrator)
                .page();

        Page proof = page.submit("phoneNumber", number).page();
        proof.submit("code", VONAGE.awaitCode(number)).signedIn();

        assertFalse(REALM.credentials(administrator, "sms-otp").isEmpty());
    }

    @Test
    @DisplayName("D8 D12 requires a member without a number to register and prove one if set to enrol, the default")
    void enrol() {
        TestUser member = memberWithoutNumber(bidders);
        Browser browser = new Browser();
        Page page = REALM.signIn(browser, member).page();

        assertEquals("login-strongroom-phone", page.id());
        Page refused = page.submit("phoneNumber", "0701740605").page();
        assertTrue(
                refused.message().contains("choose the country of this number")
                        && refused.message().contains("+46701740605"),
                refused::toString);
        Page proof = refused.submit("phoneNumber", number).page();
        proof.submit("code", VONAGE.awaitCode(number)).signedIn();
        Page next = REALM.signIn(new Browser(), member).page();
        assertEquals("login-strongroom-code", next.id());
    }

    @Test
    @DisplayName("D12 lets a member without a number log in without a code if set to allow, and asks a member with a "
            + "number")
    void allow() {
        REALM.setAttribute(room, "twoFactor.withoutNumber", "allow");

        REALM.signIn(new Browser(), memberWithoutNumber(bidders)).signedIn();
        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), memberWithNumber(bidders)).page().id());
    }

    @Test
    @DisplayName("D12 does not let a member without a number log in if set to refuse, and the page says whom to ask")
    void refuse() {
        REALM.setAttribute(room, "twoFactor.withoutNumber", "refuse");
        TestUser member = memberWithoutNumber(bidders);

        Page page = REALM.signIn(new Browser(), member).page();

        assertEquals("login-strongroom-refused", page.id());
        assertTrue(page.text().contains("ask the administrator of the data room"), page::toString);
        assertEquals("login-strongroom-refused", page.press("retry").page().id());
        assertFalse(REALM.sessions(member).elements().hasNext());
    }

    @Test
    @DisplayName("reads an invalid value of the rule as the strictest")
    void nonsense() {
        REALM.setAttribute(room, "twoFactor.enforced", "yes please");
        REALM.setAttribute(room, "twoFactor.withoutNumber", "whatever");

        assertEquals(
                "login-strongroom-refused",
                REALM.signIn(new Browser(), memberWithoutNumber(bidders)).page().id());
    }

    @Test
    @DisplayName("reads contradicting values of the rule as the strictest, in any order")
    void contradiction() {
        REALM.admin()
                .put(
                        REALM.path("/groups/" + room.id()),
                        Map.of(
                                "name",
                                room.path().substring(1),
                                "attributes",
                                Map.of(
                                        "dataRoom", List.of("false", "true"),
                                        "twoFactor.enforced", List.of("false", "true"),
                                        "twoFactor.withoutNumber", List.of("allow", "enrol"))));

        assertEquals(
                "login-strongroom-refused",
                REALM.signIn(new Browser(), memberWithoutNumber(bidders)).page().id());
    }

    @Test
    @DisplayName("accepts only the number set for it, and does not ask for the user's own")
    void onlyTheRoomsNumber() {
        String own = PhoneNumbers.next();
        TestUser member = REALM.addUser(
                "both" + number.substring(1),
                spec -> spec.memberOf(bidders).number(own).numberFor(room, number));

        Page page = REALM.signIn(new Browser(), member).page();

        page.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertTrue(VONAGE.texts(own).isEmpty());
    }
}
