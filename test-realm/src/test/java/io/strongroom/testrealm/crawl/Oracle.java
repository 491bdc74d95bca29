package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Checks whether responses contain something that only a finished login may yield. */
final class Oracle {
    private static final String SESSION_COOKIE = "KEYCLOAK_IDENTITY";
    private static final Pattern TOKEN = Pattern.compile("\"(access_token|refresh_token|id_token)\"\\s*:\\s*\"");
    private static final Set<String> GIFTS = Set.of("code", "access_token", "id_token", "token");
    private static final String APPLICATION = URI.create(App.REDIRECT_URI).getAuthority();

    /** Known failures of Keycloak itself, with the reason. */
    private static final Map<String, String> KNOWN_ERRORS = Map.of(
            "/protocol/openid-connect/oauth/oob",
            "the page of installed applications takes a code or an error for granted",
            "/protocol/openid-connect/logout/logout-confirm",
            "its check of the session code has no flow to compare with",
            "/broker/" + Tenant.PROVIDER + "/endpoint",
            "it decodes the client data in an altered state without a check");

    private Oracle() {}

    /** @param realm where the login waits; the user may have a session at its identity provider */
    static Optional<String> judge(List<HttpResponse<String>> answers, String realm) {
        return answers.stream()
                .filter(answer -> (answer.uri().getPath() + "/").startsWith("/realms/" + realm + "/"))
                .map(Oracle::judge)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> judge(HttpResponse<String> answer) {
        if (answer.statusCode() >= 500
                && KNOWN_ERRORS.keySet().stream().noneMatch(answer.uri().getPath()::endsWith)) {
            return Optional.of("answered " + answer.statusCode());
        }
        Optional<String> given = answer.headers()
                .firstValue("location")
                .map(answer.uri()::resolve)
                .filter(to -> APPLICATION.equals(to.getAuthority()))
                .flatMap(Oracle::inAddress);
        return given.or(() -> inBody(answer.body()));
    }

    private static Optional<String> inAddress(URI address) {
        String query = address.getRawQuery() == null ? address.getRawFragment() : address.getRawQuery();
        return FormCodec.decode(query).keySet().stream()
                .filter(GIFTS::contains)
                .findFirst()
                .map(name -> "gave the application a " + name);
    }

    private static Optional<String> inBody(String body) {
        if (TOKEN.matcher(body).find()) {
            return Optional.of("gave a token");
        }
        if (body.contains("//" + APPLICATION)) {
            Document page = Jsoup.parse(body);
            for (String name : GIFTS) {
                if (page.selectFirst("form[action^=http://" + APPLICATION + "] [name=" + name + "]") != null) {
                    return Optional.of("posts a " + name + " to the application");
                }
            }
            return Optional.ofNullable(page.selectFirst("[name=SAMLResponse]"))
                    .filter(response -> asserts(response.val()))
                    .map(response -> "posts an assertion to the application");
        }
        return Optional.empty();
    }

    private static boolean asserts(String response) {
        String xml = new String(Base64.getMimeDecoder().decode(response), StandardCharsets.UTF_8);
        return xml.contains("status:Success") || xml.contains(":Assertion");
    }

    /** Whether the browser got the single sign-on cookie, which is worthless without a session. */
    static boolean gaveCookie(List<HttpResponse<String>> answers, String realm) {
        return answers.stream()
                .flatMap(answer -> answer.headers().allValues("set-cookie").stream())
                .anyMatch(cookie -> cookie.startsWith(SESSION_COOKIE + "=")
                        && cookie.contains("/realms/" + realm + "/")
                        && !cookie.contains("Max-Age=0"));
    }

    /** Whether the call may have changed the login; refusals and endpoints without logins don't. */
    static boolean mayHaveTouched(Endpoint endpoint, HttpResponse<String> first) {
        return endpoint.isOfLogins()
                || endpoint.isOfProtocols() && first.statusCode() < 400
                || first.headers().firstValue("set-cookie").isPresent();
    }
}
