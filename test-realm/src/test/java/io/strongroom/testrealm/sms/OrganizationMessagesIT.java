package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.EmailCodes;
import io.strongroom.testrealm.support.TestOrganization;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X15 The messages of a login for an organization")
class OrganizationMessagesIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String TEMPLATE = "twoFactor.sms.template";

    private static final TestRealm REALM = TestRealm.create("orgsms", realm -> {
                realm.setOrganizationsEnabled(true);
                realm.getAttributes()
                        .putAll(Map.of(
                                "twoFactor.enforcement",
                                "required",
                                "twoFactor.methods",
                                "sms",
                                "twoFactor.sms.sender",
                                "Realm",
                                TEMPLATE,
                                "Realm: {code} for {tenant}",
                                "twoFactor.backupCodes",
                                "3"));
                return realm;
            })
            .withMail();
    private static final TestOrganization ACME = TestOrganization.create(
            REALM, "acme", Map.of("twoFactor.sms.sender", "Acme Corp", TEMPLATE, "Acme: {code} for {tenant}"));
    private static final TestOrganization GLOBEX =
            TestOrganization.create(REALM, "globex", Map.of("twoFactor.sms.sender", "Globex"));

    /** Has no policy attribute. */
    private static final TestOrganization PLAIN = TestOrganization.create(REALM, "plain");

    private static final String OF_ACME = "Acme Corp|Acme: CODE for acme";
    private static final String OF_GLOBEX = "Globex|Realm: CODE for globex";
    private static final String OF_REALM = "Realm|Realm: CODE for Tenant " + REALM.name();

    private final String number = PhoneNumbers.next();

    private TestUser user(TestOrganization... organizations) {
        return user(spec -> spec, organizations);
    }

    private TestUser user(UnaryOperator<UserSpec> change, TestOrganization... organizations) {
        TestUser user = REALM.addUser("user" + number.substring(1), spec -> change.apply(spec.number(number)));
        for (TestOrganization organization : organizations) {
            organization.add(user);
        }
        return user;
    }

    private static Page afterName(TestUser user, String scope) {
        return new Browser()
                .open(REALM.app().authorize().with("scope", scope))
                .page()
                .submit("username", user.name())
                .page();
    }

    private static Page signIn(TestUser user, String scope) {
        return afterName(user, scope).submit("password", user.password()).page();
    }

    /** Returns the sender and the text of the first message to the number. */
    private String sent() {
        VONAGE.awaitTexts(number, 1);
        Map<String, String> fields = VONAGE.fields(number).get(0);
        return fields.get("from") + "|" + fields.get("text").replaceAll("[0-9]{6}", "CODE");
    }

    @ParameterizedTest(name = "of two are those of {0} with scope={0}, and its code works")
    @CsvSource({"acme," + OF_ACME, "globex," + OF_GLOBEX})
    void byScope(String alias, String expected) {
        TestUser user = user(ACME, GLOBEX);

        Page page = signIn(user, "openid organization:" + alias);

        assertEquals(expected, sent());
        assertTrue(
                page.submit("code", VONAGE.awaitCode(number)).signedIn().code().isPresent());
    }

    @ParameterizedTest(name = "of two are the realm''s with scope={0}")
    @ValueSource(strings = {"openid", "openid organization:*", "openid organization:acme organization:globex"})
    void unclear(String scope) {
        signIn(user(ACME, GLOBEX), scope);

        assertEquals(OF_REALM, sent());
    }

    @Test
    @DisplayName("are those of the organization chosen at login")
    void selected() {
        TestUser user = user(ACME, GLOBEX);
        Page select = afterName(user, "openid organization");
        assertEquals("login-select-organization", select.id(), select::toString);

        select.form("kc.org").press("kc.org", "globex").page().submit("password", user.password());

        assertEquals(OF_GLOBEX, sent());
    }

    @Test
    @DisplayName("are those of the organization whose domain the user's address has")
    void identityFirst() {
        String address = "user" + number.substring(1) + "@globex.example";
        TestUser user = user(spec -> spec.with(representation -> representation.setEmail(address)), ACME, GLOBEX);

        new Browser()
                .open(REALM.app().authorize())
                .page()
                .submit("username", address)
                .page()
                .submit("password", user.password());

        assertEquals(OF_GLOBEX, sent());
    }

    @ParameterizedTest(name = "attack: are those of a user''s only organization with scope={0}")
    @ValueSource(strings = {"openid", "openid organization:globex", "openid organization:*"})
    void onlyOne(String scope) {
        signIn(user(ACME), scope);

        assertEquals(OF_ACME, sent());
    }

    @ParameterizedTest(name = "attack: are the realm''s for a stranger with scope={0}")
    @ValueSource(strings = {"openid organization:acme", "openid organization:*"})
    void stranger(String scope) {
        signIn(user(), scope);

        assertEquals(OF_REALM, sent());
    }

    @Test
    @DisplayName("attack: are not those of an organization that the browser selects without being asked")
    void forgedSelection() {
        TestUser user = user(GLOBEX);
        Page name = new Browser().open(REALM.app().authorize()).page();

        Page password = name.form("username")
                .with(Map.of("username", user.name(), "kc.org", "acme"))
                .submit()
                .page();
        password.submit("password", user.password());

        assertEquals(OF_GLOBEX, sent());
    }

    @Test
    @DisplayName("have the name of an organization without a policy, and nothing of a disabled one")
    void disabled() {
        TestOrganization closing = TestOrganization.create(REALM, "closing", Map.of(TEMPLATE, "Closing: {code}"));
        TestUser user = user(closing, PLAIN);
        signIn(user, "openid organization:closing");
        VONAGE.awaitTexts(number, 1);

        closing.disable();
        signIn(user, "openid");

        assertEquals("Realm|Closing: CODE", sent());
        assertEquals("for plain", VONAGE.awaitTexts(number, 2).get(1).replaceAll(".*[0-9]{6} ", ""));
    }

    @Test
    @DisplayName("X19 are e-mails in the organization's name as well")
    void emails() {
        TestOrganization mailing = TestOrganization.create(REALM, "mailing", Map.of("twoFactor.methods", "email"));
        TestUser user = REALM.addUser("mailed" + number.substring(1));
        mailing.add(user);
        REALM.setAttribute("twoFactor.methods", "sms,email");

        signIn(user, "openid");

        EmailCodes.await(user);
        assertEquals(
                "mailing: your code for signing in",
                EmailCodes.mails(user).get(0).subject());
        REALM.setAttribute("twoFactor.methods", "sms");
    }

    @Test
    @DisplayName("C10 the organization's name is on the app that is set up, and on the sheet of backup codes")
    void setUp() {
        TestOrganization apps =
                TestOrganization.create(REALM, "${doLogIn} <b>apps</b>", "apps", Map.of("twoFactor.methods", "totp"));
        REALM.setAttribute("twoFactor.methods", "sms,totp");
        TestUser user = REALM.addUser("setup" + number.substring(1));
        apps.add(user);

        Page page = signIn(user, "openid");
        URI link = URI.create(page.document().select("a[href^=otpauth:]").attr("href"));
        assertEquals("/$ doLogIn <b>apps</b>:" + user.name(), link.getPath());
        Page codes = page.submit(Map.of("totp", AuthenticatorApp.on(page).code(), "userLabel", "Phone"))
                .page();

        assertEquals(
                "Backup codes for $ doLogIn <b>apps</b>. Each works once.",
                codes.document().select("[data-strongroom-heading]").attr("data-strongroom-heading"));
        assertTrue(codes.document().select("b").isEmpty(), codes::html);
        REALM.setAttribute("twoFactor.methods", "sms");
    }
}
