package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.mail.MailServer;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The mail server of all realms created with one. Users' addresses keep tests apart. */
public final class Mailbox {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final MailServer server;

    Mailbox(MailServer server) {
        this.server = server;
    }

    /** The value for a realm's {@code smtpServer}. */
    public Map<String, String> realmSetting() {
        return server.realmSetting();
    }

    /** The e-mails to an address so far, oldest first. */
    public List<Mail> mails(String address) {
        return server.mails().stream().filter(mail -> address.equals(mail.to())).toList();
    }

    /** Waits for this many e-mails to the address and returns them, oldest first. */
    public List<Mail> await(String address, int count) {
        return Awaitility.await(count + " mails to " + address)
                .atMost(TIMEOUT)
                .until(() -> mails(address), mails -> mails.size() >= count);
    }

    /** Waits for the first mail to the address. */
    public Mail await(String address) {
        return await(address, 1).get(0);
    }
}
