package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The codes that arrive in a user's mailbox. */
public final class EmailCodes {
    private static final Pattern CODE = Pattern.compile("Code: (\\d{6,8})");

    private EmailCodes() {}

    /** A tenant whose rules accept codes by e-mail, without e-mails about changes. */
    public static TestRealm realm(String label, Map<String, String> attributes) {
        return TestRealm.create(label, realm -> {
                    Map<String, String> all = new HashMap<>(Map.of(
                            "twoFactor.enforcement",
                            "required",
                            "twoFactor.methods",
                            "totp,email",
                            "twoFactor.notifyByEmail",
                            "false"));
                    all.putAll(attributes);
                    realm.getAttributes().putAll(all);
                    realm.setResetPasswordAllowed(true);
                    return realm;
                })
                .withMail();
    }

    public static String addressOf(TestUser user) {
        return user.name() + "@example.com";
    }

    /** The mails with codes so far, oldest first. */
    public static List<Mail> mails(TestUser user) {
        return Harness.mailbox().mails(addressOf(user)).stream()
                .filter(mail -> mail.subject().endsWith(": your code for signing in"))
                .toList();
    }

    public static String await(TestUser user) {
        return await(user, 1);
    }

    /** Waits for the n-th code, counted from 1. */
    public static String await(TestUser user, int nth) {
        List<Mail> mails = Awaitility.await(nth + " codes to " + user.name())
                .atMost(Duration.ofSeconds(15))
                .until(() -> mails(user), found -> found.size() >= nth);
        Matcher code = CODE.matcher(mails.get(nth - 1).text());
        if (!code.find()) {
            throw new AssertionError(mails.get(nth - 1).text());
        }
        return code.group(1);
    }
}
