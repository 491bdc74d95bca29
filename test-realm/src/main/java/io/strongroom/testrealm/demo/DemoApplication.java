package io.strongroom.testrealm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.strongroom.testrealm.http.FormCodec;
import io.strongroom.testrealm.mail.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An application like a data room: admits users that Keycloak has signed in, and shows their claims. */
final class DemoApplication implements AutoCloseable {
    private static final String COOKIE = "STRONGROOM_DEMO";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final URI uri;
    private final URI keycloak;
    private final MailServer mail;
    private final Map<String, OidcLogin> pending = new ConcurrentHashMap<>();
    private final Map<String, SignedIn> sessions = new ConcurrentHashMap<>();

    private DemoApplication(HttpServer server, URI keycloak, MailServer mail) {
        this.server = server;
        this.uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        this.keycloak = keycloak;
        this.mail = mail;
    }

    static DemoApplication start(URI keycloak, int port, MailServer mail) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        DemoApplication application = new DemoApplication(server, keycloak, mail);
        server.createContext("/", application::handle);
        server.setExecutor(application.threads);
        server.start();
        return application;
    }

    URI uri() {
        return uri;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                html(exchange, 200, session(exchange).map(this::welcome).orElseGet(() -> Pages.users(keycloak)));
            } else if (path.startsWith("/login/")) {
                login(exchange, path.substring("/login/".length()));
            } else if (path.equals("/mails")) {
                html(exchange, 200, Pages.mails(mail.mails()));
            } else if (path.equals("/callback")) {
                callback(exchange);
            } else if (path.equals("/logout")) {
                logout(exchange, uri);
            } else if (path.equals("/demo.css")) {
                send(exchange, 200, "text/css", Demo.resource("/demo.css"));
            } else {
                html(exchange, 404, Pages.message("Not found", "There is no such page."));
            }
        } catch (IllegalArgumentException e) {
            html(exchange, 400, Pages.message("That did not work", e.getMessage()));
        }
    }

    private String welcome(SignedIn user) {
        return Pages.welcome(user.claims(), Demo.inbox(keycloak, user.realm()));
    }

    private void login(HttpExchange exchange, String name) throws IOException {
        DemoUser user = DemoUser.named(name);
        if (session(exchange).isPresent()) { // otherwise single sign-on would sign in the previous user
            logout(exchange, uri.resolve(exchange.getRequestURI().getPath()));
            return;
        }
        OidcLogin login = new OidcLogin(keycloak, user.realm(), uri.resolve("/callback"));
        pending.put(login.state(), login);
        redirect(exchange, login.authorizationUri(user.name()));
    }

    private void callback(HttpExchange exchange) throws IOException {
        Map<String, String> parameters =
                FormCodec.decode(exchange.getRequestURI().getRawQuery());
        OidcLogin login = pending.remove(parameters.getOrDefault("state", ""));
        if (login == null) {
            throw new IllegalArgumentException("This login was not started here. Go back to the start page.");
        }
        if (!parameters.containsKey("code")) {
            throw new IllegalArgumentException("Keycloak did not sign you in: " + parameters.get("error"));
        }
        SignedIn user = login.exchange(parameters.get("code"));
        String id = UUID.randomUUID().toString();
        sessions.put(id, user);
        exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        redirect(exchange, uri);
    }

    private void logout(HttpExchange exchange, URI next) throws IOException {
        Optional<SignedIn> user = session(exchange);
        sessionId(exchange).ifPresent(sessions::remove);
        redirect(
                exchange,
                user.map(signedIn -> signedIn.logoutUri(keycloak, next)).orElse(next));
    }

    private Optional<SignedIn> session(HttpExchange exchange) {
        return sessionId(exchange).map(sessions::get);
    }

    private static Optional<String> sessionId(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split("; *")))
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst();
    }

    private static void redirect(HttpExchange exchange, URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        exchange.sendResponseHeaders(302, -1);
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        send(exchange, status, "text/html", page);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A session of this application. */
    record SignedIn(String realm, String idToken, JsonNode claims) {
        URI logoutUri(URI keycloak, URI back) {
            return URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/logout?"
                    + FormCodec.encode(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", back.toString())));
        }
    }
}
