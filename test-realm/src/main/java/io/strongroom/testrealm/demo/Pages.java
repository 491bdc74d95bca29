package io.strongroom.testrealm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.mail.MailServer.Mail;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The application's pages. */
final class Pages {
    private static final String DATA_ROOM = "/Project Falcon/";

    private Pages() {}

    static String users(URI keycloak) {
        String tenants = Tenant.ALL.stream()
                .map(tenant ->
                        "<h2>" + escape(tenant.title()) + "</h2>\n<ul>\n" + links(tenant) + "</ul>\n<p><a href=\""
                                + Demo.inbox(keycloak, tenant.realm()) + "\" target=\"_blank\">Text messages of "
                                + escape(tenant.realm()) + "</a></p>\n")
                .collect(Collectors.joining());
        return page(
                "Strongroom demo",
                "<p>The password of each user is <code>" + DemoUser.PASSWORD
                        + "</code>. <a href=\"/mails\" target=\"_blank\">E-mails</a></p>\n" + tenants);
    }

    private static String links(Tenant tenant) {
        return tenant.users().stream()
                .map(user -> "<li><a href=\"/login/" + user.name() + "\">Sign in as " + user.name() + "</a>: "
                        + escape(user.story()) + "</li>\n")
                .collect(Collectors.joining());
    }

    static String welcome(JsonNode claims, URI inbox) {
        StringBuilder list = new StringBuilder("<dl>\n");
        claims.properties()
                .forEach(claim -> list.append("<dt>")
                        .append(escape(claim.getKey()))
                        .append("</dt><dd>")
                        .append(escape(text(claim.getValue())))
                        .append("</dd>\n"));
        return page(
                inDataRoom(claims) ? "You are in the data room" : "You are in",
                "<p>Welcome, " + escape(claims.path("name").asText()) + ".</p>\n"
                        + "<p><a href=\"/logout\">Sign out</a> · <a href=\"" + inbox
                        + "\" target=\"_blank\">Text messages</a> · <a href=\"/mails\" target=\"_blank\">E-mails</a></p>\n<h2>What Keycloak says about you</h2>\n"
                        + list
                        + "</dl>\n");
    }

    /** Newest first. */
    static String mails(List<Mail> mails) {
        StringBuilder list = new StringBuilder();
        for (int number = mails.size(); number > 0; number--) {
            list.append(mail(number, mails.get(number - 1)));
        }
        return page("E-mails", list.isEmpty() ? "<p>No e-mails yet. Set something up, then reload.</p>\n" : list + "");
    }

    /** The HTML part is shown in a frame without scripts and with an opaque origin. */
    private static String mail(int number, Mail mail) {
        return """
                <h2>%2$s</h2>
                <p>To %3$s</p>
                <iframe sandbox="" title="E-mail %1$d: %2$s" srcdoc="%4$s"></iframe>
                <details>
                <summary>As plain text</summary>
                <pre>%5$s</pre>
                </details>
                """.formatted(
                        number, escape(mail.subject()), escape(mail.to()), escape(mail.html()), escape(mail.text()));
    }

    static String message(String title, String sentence) {
        return page(title, "<p>" + escape(sentence) + "</p>\n<p><a href=\"/\">Start page</a></p>\n");
    }

    private static boolean inDataRoom(JsonNode claims) {
        return StreamSupport.stream(claims.path("groups").spliterator(), false)
                .anyMatch(group -> group.asText().startsWith(DATA_ROOM));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/demo.css">
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s</main>
                </body>
                </html>
                """.formatted(escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
