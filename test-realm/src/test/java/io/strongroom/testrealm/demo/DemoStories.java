package io.strongroom.testrealm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.BackupCodeUser;
import io.strongroom.testrealm.support.IdentityProvider;
import java.util.Map;

/** Actions of the demo's users and administrators that send e-mails. */
final class DemoStories {
    private final Demo demo;
    private final DemoPost post;

    DemoStories(Demo demo, DemoPost post) {
        this.demo = demo;
        this.post = post;
    }

    /**
     * Kim has an app, gets backup codes, renews them, adds a number, and logs in with a backup code after a wrong
     * one.
     */
    void ownFactors(Page page) {
        TestRealm globex = realm("globex");
        String secret = "secret-of-kims-app";
        TestUser kim = globex.addUser("kim", spec -> spec.app(secret));
        Browser browser = new Browser();
        globex.signIn(browser, asksFor(globex, "backup-codes-enrol"), kim)
                .page()
                .submit("code", AuthenticatorApp.ofStored(secret).code())
                .page()
                .press("saved")
                .signedIn();
        io.strongroom.testrealm.harness.Page renewed = browser.open(asksFor(globex, "backup-codes-enrol"))
                .page()
                .press("renew")
                .page();
        String backupCode =
                renewed.document().select("[data-strongroom-codes] li").first().text();
        renewed.press("saved").signedIn();
        addNumber(page, browser.open(asksFor(globex, "sms-otp-enrol")), globex).signedIn();

        io.strongroom.testrealm.harness.Page wrong = globex.signIn(new Browser(), kim)
                .page()
                .submit("code", "000000")
                .page();
        BackupCodeUser.backupPage(wrong).submit("backupCode", backupCode).signedIn();
    }

    /** Lena adds a number, and removes it. */
    void removal(Page page) {
        TestRealm open = realm("open");
        TestUser lena = open.addUser("lena");
        Browser browser = new Browser();
        addNumber(page, open.signIn(browser, asksFor(open, "sms-otp-enrol"), lena), open)
                .page()
                .press("saved")
                .signedIn();
        String id = open.credentialId(lena, "sms-otp");
        browser.open(asksFor(open, "delete_credential:" + id))
                .page()
                .form("accept")
                .submit()
                .signedIn();
    }

    /** A member is given a number, and their data room asks for a code. */
    void administrators() {
        TestRealm open = realm("open");
        AdminApi api = AdminApi.of(open);
        JsonNode room = api.get("/data-rooms").expect(200).body().path(0);
        String path = "/data-rooms/" + room.path("id").asText();
        TestUser mona = open.addUser(
                "mona",
                spec -> spec.memberOf(new TestGroup("", "/" + room.path("name").asText() + "/Bidders")));
        api.put(path + "/members/" + mona.id() + "/phone-number", Map.of("phoneNumber", PhoneNumbers.next()))
                .expect(200);
        ObjectNode rule = room.deepCopy();
        api.put(path, rule.put("enforced", false)).expect(200);
        api.put(path, rule.put("enforced", true)).expect(200);
    }

    /** Nora links her account to another realm's. */
    void link() {
        TestRealm open = realm("open");
        TestRealm globex = realm("globex");
        IdentityProvider.connect(open, globex, "open");
        TestUser outside = open.addUser("nora");
        TestUser inside = globex.addUser("nora");
        Browser browser = new Browser();
        globex.signIn(browser, inside).page().press("later").signedIn();
        browser.open(globex.app().authorize().with("kc_action", "idp_link:open"))
                .page()
                .press("continue")
                .page()
                .submit(Map.of("username", outside.name(), "password", outside.password()))
                .signedIn();
    }

    private Landing addNumber(Page page, Landing phonePage, TestRealm realm) {
        String number = PhoneNumbers.next();
        return phonePage
                .page()
                .submit("phoneNumber", number)
                .page()
                .submit("code", post.awaitCode(page, realm.name(), number));
    }

    private static AuthorizationRequest asksFor(TestRealm realm, String action) {
        return realm.app().authorize().with("kc_action", action);
    }

    private TestRealm realm(String name) {
        return TestRealm.of(demo.keycloak(), name);
    }
}
