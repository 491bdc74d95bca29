package io.strongroom.testrealm.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.strongroom.testrealm.server.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Receives every mail on a loopback port and keeps it in memory. */
public final class MailServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /**
     * An e-mail.
     *
     * @param text the plain text part, empty if there is none
     * @param html the HTML part, empty if there is none
     */
    public record Mail(String to, String subject, String text, String html) {}

    /** On a free port. */
    public static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup(Ports.free(), HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailServer(server);
    }

    /** The value for a realm's {@code smtpServer}. */
    public Map<String, String> realmSetting() {
        return Map.of(
                "host", HOST, "port", Integer.toString(server.getSmtp().getPort()), "from", "no-reply@strongroom.test");
    }

    /** Oldest first. */
    public List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(MailServer::read).toList();
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    content(message, "text/plain"),
                    content(message, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(MimeMessage message, String type) throws MessagingException, IOException {
        for (Part part : parts(message)) {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        return "";
    }

    private static List<Part> parts(MimeMessage message) throws MessagingException, IOException {
        List<Part> parts = new ArrayList<>();
        if (message.getContent() instanceof Multipart multipart) {
            for (int part = 0; part < multipart.getCount(); part++) {
                parts.add(multipart.getBodyPart(part));
            }
        } else {
            parts.add(message);
        }
        return parts;
    }

    @Override
    public void close() {
        server.stop();
    }
}
