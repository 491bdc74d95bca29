package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link with an action token in an e-mail of Keycloak. */
final class MailedLink {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/action-token\\S+");

    private MailedLink() {}

    /** Waits for the first mail to the user and returns its link. */
    static URI to(TestUser user) {
        return to(user, 1);
    }

    /** Waits for the n-th mail to the user, counted from 1, and returns its link. */
    static URI to(TestUser user, int nth) {
        Matcher link = LINK.matcher(Harness.mailbox()
                .await(user.name() + "@example.com", nth)
                .get(nth - 1)
                .text());
        assertTrue(link.find());
        return URI.create(link.group());
    }
}
