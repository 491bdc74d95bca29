package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.IdentityProvider;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import io.strongroom.testrealm.support.PhoneNumberProfile;
import io.strongroom.testrealm.support.RealmFlow;
import io.strongroom.testrealm.support.StrongroomClaims;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * A thief who knows the password of an account at {@code work}, or reads its e-mails, has an account of the same name at the provider {@code
 * home}. The provider's mappers write into the account when the thief links the two.
 */
@DisplayName("X16 A link to an identity provider that was made without a second factor")
class ProviderLinkAttacksIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String ALIAS = "home";
    private static final String CODE_PAGE = "login-strongroom-code";

    private final String number = PhoneNumbers.next();
    private final String thiefsNumber = PhoneNumbers.next();
    private final String name = "double" + number.substring(5);
    private final Browser browser = new Browser();
    private final TestRealm home = TestRealm.create("thiefhome");
    private final TestRealm work = TestRealm.create("thiefwork", Map.of("twoFactor.enforcement", "required"));
    private final TestUser thief =
            home.addUser(name, spec -> spec.with(user -> user.setEmail("thief" + name + "@example.com")));

    @BeforeEach
    void connect() {
        IdentityProvider.connect(home, work, ALIAS, client -> {
            client.setProtocolMappers(
                    new ArrayList<>(List.of(claim("phone_number", thiefsNumber), claim("kind", "machine"))));
            return client;
        });
    }

    private static ProtocolMapperRepresentation claim(String claim, String value) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("claim-" + claim);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
        mapper.setConfig(new HashMap<>(Map.of(
                "claim.name", claim,
                "claim.value", value,
                "jsonType.label", "String",
                "id.token.claim", "true",
                "access.token.claim", "true",
                "userinfo.token.claim", "true")));
        return mapper;
    }

    private void map(String type, Map<String, String> config) {
        Map<String, String> forced = new HashMap<>(config);
        forced.put("syncMode", "FORCE");
        work.admin()
                .post(
                        work.path("/identity-provider/instances/" + ALIAS + "/mappers"),
                        Map.of(
                                "name", type,
                                "identityProviderAlias", ALIAS,
                                "identityProviderMapper", type,
                                "config", forced));
    }

    private void mapNumber() {
        new PhoneNumberProfile(work).declareForDirectory();
        map("oidc-user-attribute-idp-mapper", Map.of("claim", "phone_number", "user.attribute", "phoneNumber"));
    }

    private Page throughProvider(Browser browser) {
        return browser.open(work.app().authorize())
                .page()
                .click("#social-" + ALIAS)
                .page()
                .submit(Map.of("username", thief.name(), "password", thief.password()))
                .page();
    }

    /** Returns the page that follows the choice to link the account. */
    private Page chooseLink() {
        return throughProvider(browser)
                .form("submitAction")
                .press("submitAction", "linkAccount")
                .page();
    }

    private Landing link(TestUser victim) {
        return chooseLink().submit("password", victim.password());
    }

    private void assertOwnerIsAsked(Page page) {
        assertEquals(CODE_PAGE, page.id(), page::toString);
        VONAGE.awaitCode(number);
        assertEquals(0, VONAGE.texts(thiefsNumber).size());
    }

    @Test
    @DisplayName(
            "does not add a number: the code goes to the previous number, now and at later logins through the link")
    void number() {
        mapNumber();
        TestUser victim = work.addUser(name, spec -> spec.attribute("phoneNumber", number));

        assertOwnerIsAsked(link(victim).page());

        assertEquals(CODE_PAGE, throughProvider(new Browser()).id());
        VONAGE.awaitCode(number, 2);
        assertEquals(0, VONAGE.texts(thiefsNumber).size());
    }

    @Test
    @DisplayName("does not add a number to an account that has an app")
    void numberBesideApp() {
        mapNumber();
        TestUser victim = work.addUser(name, spec -> spec.app("secret-of-" + number.substring(1)));

        Page page = link(victim).page();

        assertEquals("login-strongroom-totp", page.id(), page::toString);
        assertFalse(page.has("[name=method][value=sms]"), page::html);
    }

    @Test
    @DisplayName("does not add a number if it was made through the mailbox instead of the password")
    void mailboxAlone() {
        work.withMail();
        mapNumber();
        TestUser victim = work.addUser(name, spec -> spec.attribute("phoneNumber", number));
        chooseLink();

        Page linked = browser.open(MailedLink.to(victim)).page();
        Page page = linked.has("#kc-info-message a")
                ? linked.click("#kc-info-message a").page()
                : linked;
        Page code = page.id().equals(CODE_PAGE) && VONAGE.texts(number).isEmpty()
                ? page.press("resend").page()
                : page;

        assertOwnerIsAsked(code);
    }

    @Test
    @DisplayName("does not add the exempt role")
    void role() {
        work.admin().post(work.path("/roles"), Map.of("name", "two-factor-exempt"));
        map("oidc-role-idp-mapper", Map.of("claim", "kind", "claim.value", "machine", "role", "two-factor-exempt"));

        assertOwnerIsAsked(link(work.addUser(name, spec -> spec.number(number))).page());
    }

    @Test
    @DisplayName("does not make the user an administrator of a data room")
    void room() {
        work.setAttribute("twoFactor.enforcement", "off");
        TestGroup room = work.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        work.addGroup(room, "Leaders", Map.of("dataRoom.administrators", "true"));
        map("oidc-hardcoded-group-idp-mapper", Map.of("group", "/Falcon/Leaders"));

        assertOwnerIsAsked(link(work.addUser(name, spec -> spec.memberOf(room).numberFor(room, number)))
                .page());
    }

    @Test
    @DisplayName("does not remove the user from a data room that asks for a factor")
    void roomLeft() {
        work.setAttribute("twoFactor.enforcement", "off");
        TestGroup room = work.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        map(
                "oidc-advanced-group-idp-mapper",
                Map.of(
                        "claims", "[{\"key\":\"kind\",\"value\":\"human\"}]",
                        "are.claim.values.regex", "false",
                        "group", "/Falcon"));

        assertOwnerIsAsked(link(work.addUser(name, spec -> spec.memberOf(room).numberFor(room, number)))
                .page());
    }

    @Test
    @DisplayName("X7 does not keep a data room that the user has left in the data_rooms claim")
    void claimOfRoomLeft() {
        work.setAttribute("twoFactor.enforcement", "off");
        App app = work.addClient("claims-app", StrongroomClaims::into);
        TestGroup room = work.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestGroup other = work.addGroup("Eagle", Map.of("dataRoom", "true"));
        TestUser victim =
                work.addUser(name, spec -> spec.memberOf(room).memberOf(other).numberFor(room, number));
        assertOwnerIsAsked(link(victim).page());
        work.leave(victim, room);

        var tokens = app.exchange(work.signIn(new Browser(), app.authorize(), victim)
                .page()
                .submit("code", VONAGE.awaitCode(number, 2))
                .signedIn());

        assertEquals(List.of("/Eagle"), StrongroomClaims.dataRooms(tokens.accessToken()));
    }

    @Test
    @DisplayName("does not hide a number that an administrator adds later to an account without a factor")
    void numberAddedLater() {
        new PhoneNumberProfile(work).declareForDirectory();
        TestUser victim = work.addUser(name);
        link(victim);

        assertEquals(204, PhoneNumberAttribute.setNumber(work, victim, number).status());

        assertOwnerIsAsked(work.signIn(new Browser(), victim).page());
    }

    @Test
    @DisplayName("does not let the password set up a factor if its mark is unreadable")
    void unreadableMark() {
        new PhoneNumberProfile(work).declareForDirectory();
        TestUser victim = work.addUser(
                name,
                spec -> spec.attribute("phoneNumber", number)
                        .credential(null, "two-factor-unproven-link", "{}", "no JSON"));

        assertEquals(
                "login-strongroom-refused",
                work.signIn(new Browser(), victim).page().id());
    }

    @Test
    @DisplayName("leaves its mark when it is removed, for as long as the values that its mappers wrote remain")
    void removed() {
        work.admin().post(work.path("/roles"), Map.of("name", "two-factor-exempt"));
        map("oidc-role-idp-mapper", Map.of("claim", "kind", "claim.value", "machine", "role", "two-factor-exempt"));
        TestUser victim = work.addUser(name, spec -> spec.number(number));
        assertOwnerIsAsked(link(victim).page());

        work.admin().delete(work.path("/users/" + victim.id() + "/federated-identity/" + ALIAS));

        assertEquals(CODE_PAGE, work.signIn(new Browser(), victim).page().id());
    }

    @Test
    @DisplayName("X1 cannot write the note of passed factors to the session")
    void note() {
        TestUser victim = work.addUser(name, spec -> spec.number(number));
        map(
                "hardcoded-user-session-attribute-idp-mapper",
                Map.of(
                        "attribute",
                        "strongroom.passed",
                        "attribute.value",
                        "[{\"user\":\"" + victim.id()
                                + "\",\"type\":\"sms-otp\",\"credential\":null,\"at\":4102444800000,\"login\":\"x\"}]"));

        assertOwnerIsAsked(link(victim).page());
    }

    @Test
    @DisplayName("X10 is reported to the previous e-mail address, even if the provider replaces the address")
    void address() {
        IdentityProvider.change(work, ALIAS, provider -> {
            provider.getConfig().put("syncMode", "FORCE");
            return provider;
        });
        String owners = "owner" + name + "@example.com";
        TestUser victim = work.addUser(name, spec -> spec.number(number).with(user -> user.setEmail(owners)));
        Page password = chooseLink();
        work.withMail(); // if set from the start, Keycloak would verify the link by a mail instead

        password.submit("password", victim.password()).page();

        assertEquals(
                "Tenant " + work.name() + ": your account was linked to an identity provider",
                Harness.mailbox().await(owners).subject());
        assertEquals(0, Harness.mailbox().mails("thief" + name + "@example.com").size());
    }

    @Test
    @DisplayName("X19 brings no codes to the address that the provider writes, not even before the first code")
    void codesByMail() {
        trustAddresses();
        work.setAttribute("twoFactor.methods", "email");
        TestUser victim = work.addUser(name, spec -> spec.with(user -> user.setEmail("owner" + name + "@example.com")));
        Page password = chooseLink();
        work.withMail(); // if set from the start, Keycloak would verify the link by a mail instead

        Page page = password.submit("password", victim.password()).page();

        assertEquals(
                "thief" + name + "@example.com",
                work.admin()
                        .get(work.path("/users/" + victim.id()))
                        .path("email")
                        .asText());
        assertEquals("login-strongroom-refused", page.id(), page::toString);
        assertTrue(page.text().contains("changed in the last 24 hours"), page::text);
        work.removeCredential(victim, work.credentialId(victim, "two-factor-email")); // as if the day had passed
        Page direct = work.signIn(new Browser(), victim).page();
        assertEquals("login-strongroom-refused", direct.id(), direct::toString);
        assertTrue(direct.text().contains("through an identity provider"), direct::text);
    }

    private void trustAddresses() {
        IdentityProvider.change(work, ALIAS, provider -> {
            provider.getConfig().put("syncMode", "FORCE");
            provider.setTrustEmail(true);
            return provider;
        });
    }

    @Test
    @DisplayName("X17 does not remove the role that holds the user to keys")
    void roleOfKeys() {
        work.setAttribute("twoFactor.enforcement", "optional");
        work.setAttribute("twoFactor.roleMethods", "owner=passkey");
        TestUser victim = work.addUser(name, spec -> spec.role("owner").passkey(SoftAuthenticator.passkey()));
        map("oidc-role-idp-mapper", Map.of("claim", "kind", "claim.value", "human", "role", "owner"));

        Page page = link(victim).page();

        assertEquals("login-strongroom-key", page.id(), page::toString);
    }

    @Test
    @DisplayName("does not replace the owner's link, even if the first login through the provider offers to")
    void overriddenLink() {
        work.setAttribute("twoFactor.trustedProviders", ALIAS);
        RealmFlow.create(work, "override")
                .add("idp-detect-existing-broker-user", "REQUIRED")
                .add("idp-confirm-override-link", "REQUIRED")
                .add("idp-username-password-form", "REQUIRED");
        IdentityProvider.change(work, ALIAS, provider -> {
            provider.setFirstBrokerLoginFlowAlias("override");
            return provider;
        });
        TestUser atHome = home.addUser("owner" + name);
        TestUser victim = work.addUser(name, spec -> spec.number(number));
        IdentityProvider.link(work, victim, ALIAS, atHome);

        Landing confirmed = throughProvider(browser).press("submitAction");
        if (confirmed instanceof Page page && page.hasField("password")) {
            page.submit("password", victim.password());
        }

        assertEquals(
                atHome.id(),
                work.admin()
                        .get(work.path("/users/" + victim.id() + "/federated-identity"))
                        .path(0)
                        .path("userId")
                        .asText());
    }
}
