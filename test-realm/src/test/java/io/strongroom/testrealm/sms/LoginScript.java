package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.JsonVendor;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.BackupCodeUser;
import io.strongroom.testrealm.support.ComposedFlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Logins of every kind, and the counts they must produce. */
final class LoginScript {

    /** The meters of a server on which nothing else has happened. */
    static final Map<String, Double> COUNTED = new TreeMap<>(Map.ofEntries(
            // right, wrong, set-up, expired, two of resend, fallback, two of limit; the failure's first vendor and the
            // fallback's
            Map.entry("strongroom_sms_sends_total{gateway=vonage-sms,outcome=accepted}", 7.0),
            Map.entry("strongroom_sms_sends_total{gateway=vonage-sms,outcome=not_sent}", 2.0),
            Map.entry("strongroom_sms_sends_total{gateway=webhook,outcome=accepted}", 1.0),
            Map.entry("strongroom_sms_sends_total{gateway=webhook,outcome=not_sent}", 1.0),
            Map.entry("strongroom_sms_latency_seconds_count{gateway=vonage-sms}", 9.0),
            Map.entry("strongroom_sms_latency_seconds_count{gateway=webhook}", 2.0),
            Map.entry("strongroom_refused_total{limit=user}", 1.0),
            // wrong, set-up, resend, fallback
            Map.entry("strongroom_verifications_total{factor=sms-otp,outcome=accepted}", 4.0),
            Map.entry("strongroom_verifications_total{factor=sms-otp,outcome=wrong}", 1.0),
            // expired, and an entry that is not a code
            Map.entry("strongroom_verifications_total{factor=sms-otp,outcome=not_checked}", 2.0),
            // the guard's page, two apps, before backup codes, direct grant, in a flow
            Map.entry("strongroom_verifications_total{factor=otp,outcome=accepted}", 5.0),
            // the guard's page, direct grant, in a flow
            Map.entry("strongroom_verifications_total{factor=otp,outcome=wrong}", 3.0),
            Map.entry("strongroom_verifications_total{factor=backup-codes,outcome=accepted}", 1.0),
            Map.entry("strongroom_verifications_total{factor=backup-codes,outcome=wrong}", 1.0)));

    private static final Vonage VONAGE = Harness.vonage();
    private static final JsonVendor SECOND = Harness.webhook();

    private final List<String> numbers = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final KeycloakServer server;
    private final TestRealm realm;
    private final TestRealm composed;

    LoginScript(KeycloakServer server) {
        this.server = server;
        this.realm = realm("records");
        this.composed = realm("composed");
    }

    private TestRealm realm(String label) {
        return TestRealm.create(server, label, representation -> {
            representation
                    .getAttributes()
                    .putAll(Map.of(
                            "twoFactor.enforcement",
                            "required",
                            "twoFactor.sms.fallbackGateway",
                            "webhook",
                            "twoFactor.sms.codeTtlSeconds",
                            "60",
                            "twoFactor.sms.perUserPerHour",
                            "2",
                            "twoFactor.backupCodes",
                            "6"));
            return representation;
        });
    }

    /** The realm of most logins. */
    TestRealm realm() {
        return realm;
    }

    /** Whose flow asks for the app's code itself. */
    TestRealm composed() {
        return composed;
    }

    /** That messages went to. */
    List<String> numbers() {
        return numbers;
    }

    /** That were sent, or entered. */
    List<String> codes() {
        return codes;
    }

    void run() {
        String late = number();
        Page expiring = codePage("expired", late);
        String tooLate = code(late, 1);
        String twice = number();
        Page resending = codePage("resend", twice);
        code(twice, 1);
        wrongThenRight();
        setUp();
        apps();
        flow();
        backupCodes();
        failureAndFallback();
        limit();
        resend(resending, twice);
        expired(expiring, tooLate);
    }

    private void wrongThenRight() {
        String number = number();
        Page page = codePage("wrong", number);
        String code = code(number, 1);
        page.submit("code", "12")
                .page()
                .submit("code", Vonage.otherThan(code))
                .page()
                .submit("code", code)
                .signedIn();
    }

    private void setUp() {
        String number = number();
        Page choice = realm.signIn(new Browser(), realm.addUser("setup")).page();
        Page proof = choice.form("method")
                .press("method", "sms")
                .page()
                .submit("phoneNumber", number)
                .page();
        proof.submit("code", code(number, 1)).page().press("saved").signedIn();
    }

    private void apps() {
        AuthenticatorApp one = AuthenticatorApp.ofStored("secret-of-one-app");
        TestUser user = realm.addUser("app", spec -> spec.app("secret-of-one-app"));
        Page page = realm.signIn(new Browser(), user).page();
        page.submit("code", "000000").page().submit("code", app(one)).signedIn();

        AuthenticatorApp second = AuthenticatorApp.ofStored("secret-of-second-app");
        TestUser two =
                realm.addUser("apps", spec -> spec.app("secret-of-first-app").app("secret-of-second-app"));
        realm.signIn(new Browser(), two).page().submit("code", app(second)).signedIn();

        AuthenticatorApp granted = AuthenticatorApp.ofStored("secret-of-granted");
        TestUser direct = realm.addUser("direct", spec -> spec.app("secret-of-granted"));
        realm.app().passwordGrant(direct, Map.of("totp", "000000"));
        assertTrue(realm.app()
                        .passwordGrant(direct, Map.of("totp", app(granted)))
                        .text("access_token")
                        .length()
                > 1);
    }

    private void flow() {
        ComposedFlow.bindPasswordThen(composed, "auth-otp-form");
        AuthenticatorApp app = AuthenticatorApp.ofStored("secret-of-flow");
        TestUser user = composed.addUser("flow", spec -> spec.app("secret-of-flow"));
        Page page = composed.signIn(new Browser(), user).page();
        page.submit("otp", "000000").page().submit("otp", app(app)).signedIn();
    }

    private void backupCodes() {
        BackupCodeUser user = new BackupCodeUser(realm);
        String code = user.enrol().get(0);
        assertTrue(user.isRefused(BackupCodeUser.WRONG_CODE));
        user.enter(code).signedIn();
    }

    private void failureAndFallback() {
        String failing = number();
        VONAGE.answersStatus(failing, 500);
        SECOND.answersStatus(failing, 503);
        Page failed = codePage("failure", failing);
        await().until(() -> failed.refresh().page().has("[data-strongroom-status=failed]"));
        String falling = number();
        VONAGE.answersStatus(falling, 500);
        codePage("fallback", falling)
                .submit("code", secret(SECOND.awaitCode(falling)))
                .signedIn();
    }

    private void limit() {
        String number = number();
        TestUser user = realm.addUser("limit", spec -> spec.number(number));
        realm.signIn(new Browser(), user);
        realm.signIn(new Browser(), user);
        Page refused = realm.signIn(new Browser(), user).page();
        assertTrue(refused.message().contains("No further messages"), refused::toString);
    }

    private void resend(Page page, String number) {
        await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !page.refresh().page().has("[data-strongroom-wait]"));
        page.refresh()
                .page()
                .press("resend")
                .page()
                .submit("code", code(number, 2))
                .signedIn();
    }

    private void expired(Page page, String code) {
        await().atMost(Duration.ofSeconds(80))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !page.refresh().page().has("input[name=code][autofocus]"));
        Page expired = page.refresh().page().submit("code", code).page();
        assertTrue(expired.message().contains("expired"), expired::toString);
    }

    private Page codePage(String name, String number) {
        return realm.signIn(new Browser(), realm.addUser(name, spec -> spec.number(number)))
                .page();
    }

    private String number() {
        numbers.add(PhoneNumbers.next());
        return numbers.get(numbers.size() - 1);
    }

    private String code(String number, int nth) {
        return secret(VONAGE.awaitCode(number, nth));
    }

    private String app(AuthenticatorApp app) {
        return secret(app.code());
    }

    private String secret(String code) {
        codes.add(code);
        return code;
    }
}
