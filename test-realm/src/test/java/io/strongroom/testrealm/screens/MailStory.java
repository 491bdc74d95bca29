package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.WebAuthnRequest;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The actions of a user of one language that trigger every mail. */
final class MailStory {
    private final TestRealm realm = Tenants.mails();
    private final String language;
    private final Visit visit;
    private TestUser user;

    private MailStory(String language) {
        this.language = language;
        this.visit = new Visit("keycloak.v2", language);
    }

    static MailStory live(String language) {
        MailStory story = new MailStory(language);
        story.live();
        return story;
    }

    private void live() {
        TestGroup room = realm.addGroup("Room " + visit.number(), Map.of("dataRoom", "true"));
        Page phone = visit.signInFor(
                realm,
                "sms-otp-enrol",
                spec -> spec.attribute("locale", language).memberOf(room));
        user = visit.user();
        Page codes = phone.submit("phoneNumber", visit.number())
                .page()
                .submit("code", visit.code())
                .page();
        String backupCode =
                codes.document().select("[data-strongroom-codes] li").first().text();
        codes.press("saved").signedIn();
        addAnotherNumber();
        renewBackupCodes(backupCode);
        removeNumbers();
        LinkedAccount.make(user.name() + "@example.com", language);
        realm.admin()
                .put(
                        realm.path("/two-factor/data-rooms/" + room.id() + "/members/" + user.id() + "/phone-number"),
                        Map.of("phoneNumber", PhoneNumbers.next()));
        realm.admin().put(realm.path("/two-factor/data-rooms/" + room.id()), Map.of("enforced", true));
        RequiringOrganization.announce(user.name() + "@example.com", language);
        useWrongKey();
        visit.signIn(Tenants.email(), spec -> spec.attribute("locale", language));
    }

    /** In another realm, where the user has the same name and address, because such mails are sent once an hour. */
    private void useWrongKey() {
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        Page page = visit.signIn(
                Tenants.keys(), spec -> spec.attribute("locale", language).securityKey(key));
        key.signIn(page, WebAuthnRequest.on(page).from("https://evil.example")).page();
    }

    private void addAnotherNumber() {
        String another = PhoneNumbers.next();
        visit.inSession(realm, "sms-otp-enrol")
                .submit("phoneNumber", another)
                .page()
                .submit("code", Harness.vonage().awaitCode(another))
                .signedIn();
    }

    private void renewBackupCodes(String backupCode) {
        Page wrong = visit.again(realm).submit("code", "000000").page();
        visit.choose(wrong, "backup").submit("backupCode", backupCode).signedIn();
        visit.inSession(realm, "backup-codes-enrol")
                .press("renew")
                .page()
                .press("saved")
                .signedIn();
    }

    private void removeNumbers() {
        List<String> own = realm.credentials(user, "sms-otp").stream()
                .filter(credential -> credential.getCredentialData().contains("\"user\""))
                .map(credential -> credential.getId())
                .toList();
        visit.inSession(realm, "delete_credential:" + own.get(0))
                .form("accept")
                .submit()
                .signedIn();
        realm.removeCredential(user, own.get(1));
    }

    /** Waits for the mail that begins with this text. */
    Mail await(MailScreen screen) {
        String begin = begin(screen.text());
        return Awaitility.await("a mail that says " + begin)
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> Harness.mailbox().mails(user.name() + "@example.com").stream()
                                .filter(mail -> mail.text().contains(begin))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String begin(String key) {
        String text = Languages.messages(Languages.shipped().contains(language) ? language : "en")
                .get(key);
        return new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {"Acme"});
    }
}
