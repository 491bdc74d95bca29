package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.BackupCodeUser;
import io.strongroom.testrealm.support.IdentityProvider;
import io.strongroom.testrealm.support.PhoneNumberProfile;
import io.strongroom.testrealm.support.RealmFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Attacks that work on the product as it is: each test fails until its hole is closed. */
@DisplayName("Attacks that were found to work")
class AttackIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String other = PhoneNumbers.next();
    private final String name = "double" + number.substring(5);
    private final String secret = "secret-of-" + number.substring(1);
    private final Browser browser = new Browser();

    private static Map<String, String> policy(String enforcement, String methods, String... more) {
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", methods));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String seen(Landing landing) {
        String text = landing.toString();
        return text.substring(0, Math.min(500, text.length()));
    }

    private static void assertPage(String id, Landing landing) {
        assertTrue(
                landing instanceof Page page && page.id().equals(id), () -> "expected " + id + " but " + seen(landing));
    }

    private static void mapper(TestRealm realm, String alias, String type, Map<String, String> config) {
        realm.admin()
                .post(
                        realm.path("/identity-provider/instances/" + alias + "/mappers"),
                        Map.of(
                                "name", type + config.hashCode(),
                                "identityProviderAlias", alias,
                                "identityProviderMapper", type,
                                "config", config));
    }

    private static ProtocolMapperRepresentation claim(String name, String value) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("claim-" + name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
        mapper.setConfig(new HashMap<>(Map.of(
                "claim.name", name,
                "claim.value", value,
                "jsonType.label", "String",
                "id.token.claim", "true",
                "access.token.claim", "true",
                "userinfo.token.claim", "true")));
        return mapper;
    }

    private static Landing through(Browser browser, TestRealm work, TestUser there) {
        return browser.open(work.app().authorize())
                .page()
                .click("#social-home")
                .page()
                .submit(Map.of("username", there.name(), "password", there.password()));
    }

    private static Landing link(Browser browser, TestRealm work, TestUser there, TestUser victim) {
        Page confirm = through(browser, work, there).page();
        Page password = confirm.form("submitAction")
                .press("submitAction", "linkAccount")
                .page();
        return password.submit("password", victim.password());
    }

    @Test
    @DisplayName("A link made with the password alone imports the number of whoever made it, and the code goes there")
    void importedNumber() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "sms"));
        new PhoneNumberProfile(work).declareForDirectory();
        IdentityProvider.connect(home, work, "home", client -> {
            client.setProtocolMappers(new ArrayList<>(List.of(claim("phone_number", other))));
            return client;
        });
        mapper(
                work,
                "home",
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", "phone_number", "user.attribute", "phoneNumber"));
        TestUser there = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.attribute("phoneNumber", number));

        Landing landing = link(browser, work, there, victim);
        int toThief = VONAGE.texts(other).size();
        String where = seen(landing);
        if (landing instanceof Page page && page.hasField("code")) {
            String code = VONAGE.awaitCode(other);
            Landing in = page.submit("code", code);
            throw new AssertionError("code went to the thief: " + seen(in));
        }
        assertEquals(0, toThief, where);
    }

    @Test
    @DisplayName("The same where the account has an app of its own")
    void importedNumberBesideApp() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "totp,sms"));
        new PhoneNumberProfile(work).declareForDirectory();
        IdentityProvider.connect(home, work, "home", client -> {
            client.setProtocolMappers(new ArrayList<>(List.of(claim("phone_number", other))));
            return client;
        });
        mapper(
                work,
                "home",
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", "phone_number", "user.attribute", "phoneNumber"));
        TestUser there = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.app(secret));

        Page page = link(browser, work, there, victim).page();
        if (page.id().equals("login-strongroom-totp") && page.hasField("method")) {
            Page sms = page.form("method").press("method", "sms").page();
            Landing in = sms.submit("code", VONAGE.awaitCode(other));
            throw new AssertionError("in by the thief's number: " + seen(in));
        }
        if (page.hasField("code") && page.id().equals("login-strongroom-code")) {
            throw new AssertionError("in by the thief's number: " + seen(page.submit("code", VONAGE.awaitCode(other))));
        }
    }

    @Test
    @DisplayName(
            "A link made with the password alone changes the e-mail address, and the notice of the link goes to whoever made it")
    void importedAddress() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "sms"));
        IdentityProvider.connect(home, work, "home");
        IdentityProvider.change(work, "home", provider -> {
            provider.getConfig().put("syncMode", "FORCE");
            return provider;
        });
        TestUser there = home.addUser(name, spec -> spec.with(user -> user.setEmail("thief" + name + "@example.com")));
        TestUser victim = work.addUser(
                name, spec -> spec.number(number).with(user -> user.setEmail("owner" + name + "@example.com")));

        Page confirm = through(browser, work, there).page();
        Page password = confirm.form("submitAction")
                .press("submitAction", "linkAccount")
                .page();
        work.withMail();
        password.submit("password", victim.password());
        String email = work.admin()
                .get(work.path("/users/" + victim.id()))
                .path("email")
                .asText();
        String to = "none";
        try {
            to = Harness.mailbox().await("owner" + name + "@example.com").subject();
        } catch (RuntimeException none) {
            to = "owner got nothing; thief got "
                    + Harness.mailbox().mails("thief" + name + "@example.com").size();
        }
        assertEquals("owner" + name + "@example.com", email, to);
        assertFalse(to.startsWith("owner got nothing"), to);
    }

    @Test
    @DisplayName("A mapper of an identity provider writes the note of passed factors")
    void forgedNote() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "sms"));
        IdentityProvider.connect(home, work, "home");
        TestUser there = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.number(number));
        mapper(
                work,
                "home",
                "hardcoded-user-session-attribute-idp-mapper",
                Map.of(
                        "syncMode",
                        "FORCE",
                        "attribute",
                        "strongroom.passed",
                        "attribute.value",
                        "[{\"user\":\"" + victim.id()
                                + "\",\"type\":\"sms-otp\",\"credential\":null,\"at\":4102444800000,\"login\":\"x\"}]"));

        Landing landing = link(browser, work, there, victim);
        assertPage("login-strongroom-code", landing);
    }

    @Test
    @DisplayName(
            "The password alone replaces the link to a trusted provider, where the first login through it offers that")
    void overriddenLink() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "sms", "twoFactor.trustedProviders", "home"));
        IdentityProvider.connect(home, work, "home");
        RealmFlow.create(work, "override")
                .add("idp-detect-existing-broker-user", "REQUIRED")
                .add("idp-confirm-override-link", "REQUIRED")
                .add("idp-username-password-form", "REQUIRED");
        IdentityProvider.change(work, "home", provider -> {
            provider.setFirstBrokerLoginFlowAlias("override");
            return provider;
        });
        TestUser owners = home.addUser("owner" + name);
        TestUser thiefs = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.number(number));
        work.admin()
                .post(
                        work.path("/users/" + victim.id() + "/federated-identity/home"),
                        Map.of("identityProvider", "home", "userId", owners.id(), "userName", owners.name()));
        Page page = browser.open(work.app().authorize())
                .page()
                .click("#social-home")
                .page()
                .submit(Map.of("username", thiefs.name(), "password", thiefs.password()))
                .page();
        String story = seen(page);
        Landing next = page.has("[name=submitAction]") ? page.press("submitAction") : page;
        story += " >>> " + seen(next);
        if (next instanceof Page asked && asked.hasField("password")) {
            Landing then = asked.submit("password", victim.password());
            story += " >>> " + seen(then);
        }
        JsonNode links = work.admin().get(work.path("/users/" + victim.id() + "/federated-identity"));
        assertEquals(owners.id(), links.path(0).path("userId").asText(), story);
    }

    @Test
    @DisplayName("Backup codes made with the password alone do for the app that the owner sets up later")
    void codesBeforeFactor() {
        TestRealm realm = TestRealm.create("attcodes", policy("optional", "totp", "twoFactor.backupCodes", "6"));
        TestUser victim = realm.addUser(name);
        Landing offered =
                realm.signIn(browser, realm.app().authorize().with("kc_action", "backup-codes-enrol"), victim);
        if (!(offered instanceof Page codesPage)
                || codesPage.document().select("[data-strongroom-codes] li").isEmpty()) {
            return; // refused
        }
        List<String> codes = BackupCodeUser.codesOn(codesPage);
        codesPage.press("saved").signedIn();

        Browser owners = new Browser();
        Page setUp = realm.signIn(owners, realm.app().authorize().with("kc_action", "CONFIGURE_TOTP"), victim)
                .page();
        AuthenticatorApp app = AuthenticatorApp.on(setUp);
        Landing done = setUp.submit(Map.of("totp", app.code(), "userLabel", "phone"));
        assertTrue(realm.credentials(victim, "otp").size() == 1, () -> seen(done));

        Page challenge = realm.signIn(new Browser(), victim).page();
        assertEquals("login-strongroom-totp", challenge.id());
        if (!challenge.has("[name=method][value=backup]")) {
            return;
        }
        Landing in = BackupCodeUser.backupPage(challenge).submit("backupCode", codes.get(0));
        assertFalse(in instanceof Arrival, () -> "the thief is in, after the owner was shown " + seen(done));
    }

    @Test
    @DisplayName(
            "A rule switched on while a user is asked for consent ends in an error page and an alarm, not at the guard")
    void ruleDuringConsent() {
        TestRealm realm = TestRealm.create("attconsent", policy("off", "sms"));
        App app = realm.addClient("consenting", client -> {
            client.setConsentRequired(true);
            return client;
        });
        TestUser user = realm.addUser(name, spec -> spec.number(number));
        Page consent = realm.signIn(browser, app.authorize(), user).page();
        assertEquals("login-login-oauth-grant", consent.id());
        realm.setAttribute("twoFactor.enforcement", "required");

        Landing landing = consent.press("accept");
        boolean alarm =
                realm.events(user).stream().anyMatch(event -> "second_factor_bypassed".equals(event.getError()));
        assertTrue(
                landing instanceof Page page && page.id().equals("login-strongroom-code"),
                () -> "alarm " + alarm + " " + seen(landing));
    }

    @Test
    @DisplayName(
            "A factor removed while a user is asked for consent ends in an error page and an alarm, not at the guard")
    void factorDuringConsent() {
        TestRealm realm = TestRealm.create("attconsent", policy("required", "totp,sms"));
        App app = realm.addClient("consenting", client -> {
            client.setConsentRequired(true);
            return client;
        });
        TestUser user = realm.addUser(name, spec -> spec.app(secret).number(number));
        Page page = realm.signIn(browser, app.authorize(), user).page();
        if (!page.id().equals("login-strongroom-totp")) {
            page = page.form("method").press("method", "totp").page();
        }
        Page consent =
                page.submit("code", AuthenticatorApp.ofStored(secret).code()).page();
        assertEquals("login-login-oauth-grant", consent.id());
        realm.removeCredential(user, realm.credentialId(user, "otp"));

        Landing landing = consent.press("accept");
        boolean alarm =
                realm.events(user).stream().anyMatch(event -> "second_factor_bypassed".equals(event.getError()));
        assertTrue(
                landing instanceof Page next && next.id().equals("login-strongroom-code"),
                () -> "alarm " + alarm + " " + seen(landing));
    }

    @Test
    @DisplayName("Who leaves the page of the first backup codes is never offered any again")
    void codesLeft() {
        TestRealm realm = TestRealm.create("attleft", policy("required", "sms", "twoFactor.backupCodes", "6"));
        TestUser user = realm.addUser(name);
        Page codes = realm.signIn(browser, user)
                .page()
                .submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .page();
        assertEquals("login-strongroom-backup-codes", codes.id());

        Page page = realm.signIn(new Browser(), user).page();
        Landing landing = page.submit("code", VONAGE.awaitCode(number, 2));
        assertTrue(
                landing instanceof Page next && next.id().equals("login-strongroom-backup-codes"), () -> seen(landing));
    }

    @Test
    @DisplayName("A link made with the password alone brings the role that exempts")
    void importedRole() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "sms"));
        IdentityProvider.connect(home, work, "home", client -> {
            client.setProtocolMappers(new ArrayList<>(List.of(claim("kind", "machine"))));
            return client;
        });
        work.admin().post(work.path("/roles"), Map.of("name", "two-factor-exempt"));
        mapper(
                work,
                "home",
                "oidc-role-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", "kind", "claim.value", "machine", "role", "two-factor-exempt"));
        TestUser there = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.number(number));

        assertPage("login-strongroom-code", link(browser, work, there, victim));
    }

    @Test
    @DisplayName("A link made with the password alone makes an administrator of the data room")
    void importedGroup() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork");
        TestGroup room = work.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        work.addGroup(room, "Leaders", Map.of("dataRoom.administrators", "true"));
        IdentityProvider.connect(home, work, "home");
        mapper(
                work,
                "home",
                "oidc-hardcoded-group-idp-mapper",
                Map.of("syncMode", "FORCE", "group", "/Falcon/Leaders"));
        TestUser there = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.memberOf(room).numberFor(room, number));

        assertPage("login-strongroom-code", link(browser, work, there, victim));
    }

    @Test
    @DisplayName(
            "Who reads the mailbox and has an account at the provider enters without the password, by a number of their own")
    void mailboxAlone() {
        TestRealm home = TestRealm.create("atthome");
        TestRealm work = TestRealm.create("attwork", policy("required", "sms")).withMail();
        new PhoneNumberProfile(work).declareForDirectory();
        IdentityProvider.connect(home, work, "home", client -> {
            client.setProtocolMappers(new ArrayList<>(List.of(claim("phone_number", other))));
            return client;
        });
        mapper(
                work,
                "home",
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", "phone_number", "user.attribute", "phoneNumber"));
        TestUser there = home.addUser(name);
        TestUser victim = work.addUser(name, spec -> spec.attribute("phoneNumber", number));
        Page confirm = through(browser, work, there).page();
        Page sent = confirm.form("submitAction")
                .press("submitAction", "linkAccount")
                .page();
        String story = seen(sent);
        java.net.URI link = java.util.regex.Pattern.compile("https?://\\S+/action-token\\S+")
                .matcher(Harness.mailbox().await(victim.name() + "@example.com").text())
                .results()
                .map(found -> java.net.URI.create(found.group()))
                .findFirst()
                .orElseThrow();
        Landing landing = browser.open(link);
        story += " >>> " + seen(landing);
        if (landing instanceof Page page && page.has("#kc-info-message a")) {
            landing = page.click("#kc-info-message a");
            story += " >>> " + seen(landing);
        }
        if (landing instanceof Page page && page.hasField("code")) {
            Page asked = VONAGE.texts(other).isEmpty() ? page.press("resend").page() : page;
            landing = asked.submit("code", VONAGE.awaitCode(other));
        }
        String told = story + " >>> " + seen(landing);
        assertFalse(landing instanceof Arrival, told);
        assertEquals(0, VONAGE.texts(other).size(), told);
    }
}
