package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.Organization;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 X26 The link of an invitation to an organization whose policy asks")
class OrganizationInvitationIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final TestRealm REALM = TestRealm.create("invited", realm -> {
                realm.setOrganizationsEnabled(true);
                realm.setRegistrationAllowed(true);
                return realm;
            })
            .withMail();
    private static final Organization ACME =
            Organization.create(REALM, "acme", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));

    @Test
    @DisplayName("opens no session for a member of the realm, neither by itself nor with the password")
    void existing() {
        TestUser user = REALM.addUser("existing", spec -> spec.number(PhoneNumbers.next()));
        ACME.invite(user);
        Browser browser = new Browser();

        Landing landing = browser.open(linkTo(user.name() + "@example.com"));
        if (landing instanceof Page page && page.has("#kc-info-message a")) {
            landing = page.click("#kc-info-message a");
        }

        assertEquals(0, REALM.sessions(user).size(), landing::toString);
        assertTrue(ACME.members().findValuesAsText("username").contains(user.name()), landing::toString);
        Page asked = Organization.signIn(browser, REALM.app().authorize(), user).page();
        assertEquals("login-strongroom-code", asked.id());
        assertEquals(0, REALM.sessions(user).size());
    }

    @Test
    @DisplayName("opens no session for somebody new before a factor is set up")
    void registered() {
        String email = "newcomer@acme.example";
        ACME.invite(email);
        Page form = new Browser().open(linkTo(email)).page();
        Map<String, String> fields = new HashMap<>(Map.of(
                "email", email,
                "firstName", "New",
                "lastName", "Comer",
                "password", "a new password",
                "password-confirm", "a new password"));
        if (form.hasField("username")) {
            fields.put("username", "newcomer");
        }

        Page setUp = form.submit(fields).page();

        assertEquals("login-strongroom-phone", setUp.id(), setUp::toString);
        String id = REALM.admin()
                .get(REALM.path("/users?email=" + email))
                .path(0)
                .path("id")
                .asText();
        assertEquals(0, REALM.sessions(new TestUser(id, "newcomer", "")).size());
    }

    /** Keycloak escapes the link even in the plain text of this e-mail. */
    private static URI linkTo(String address) {
        String text = Harness.mailbox().await(address, 1).get(0).text();
        Matcher link = LINK.matcher(Parser.unescapeEntities(text, false));
        assertTrue(link.find(), text);
        return URI.create(link.group());
    }
}
