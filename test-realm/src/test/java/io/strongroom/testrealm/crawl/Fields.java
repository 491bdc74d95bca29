package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.crawl.Parameter.Value;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The data sent with calls: forms of Keycloak's and of the guard's pages, in which only the password is right, and
 * requests of applications.
 */
enum Fields {
    NOTHING(login -> Map.of()),
    /** The hidden fields of the page's forms. */
    OF_THE_PAGE(login -> hiddenIn(login.page().document())),
    CONSENT(login -> Map.of("accept", "Yes", "submitAction", "linkAccount", "confirm", "true")),
    CANCEL(login -> Map.of("cancel", "No", "cancel-aia", "true")),
    BUTTONS(login -> Map.of(
            "method", "totp",
            "later", "true",
            "retry", "true",
            "resend", "true",
            "rememberBrowser", "true",
            "tryAnotherWay", "on")),
    PASSWORD(login -> Map.of(
            "username", login.member().user().name(),
            "password", login.member().user().password(),
            "rememberMe", "on")),
    WRONG_CODES(login -> Map.of(
            "code", wrongCode(login),
            "otp", wrongCode(login),
            "totp", wrongCode(login),
            "backupCode", "00000-00000-00000",
            "recoveryCodeInput", "00000")),
    NEW_APP(login -> Map.of(
            "totp", wrongCode(login),
            "totpSecret", "of the attacker's choice",
            "userLabel", "app",
            "enable", "true")),
    NEW_NUMBER(login -> Map.of("phoneNumber", "+46701700000", "country", "SE", "send", "true")),
    NEW_PASSWORD_AND_PROFILE(login -> Map.of(
            "password-new", "stolen",
            "password-confirm", "stolen",
            "email", "thief@example.com",
            "firstName", "A",
            "lastName", "Thief",
            "username", "thief")),
    /** All entries at once: each page picks its own. */
    ENTRIES(login -> together(login, List.of(PASSWORD, WRONG_CODES, NEW_APP, NEW_NUMBER, NEW_PASSWORD_AND_PROFILE))),
    SILENT_LOGIN(login -> request(login).with("prompt", "none").parameters()),
    INITIATED_ACTION(
            login -> request(login).with("kc_action", "UPDATE_PASSWORD").parameters()),
    /** Sends a session code as an authorization code. */
    CODE_GRANT(login -> Map.of(
            "grant_type",
            "authorization_code",
            "code",
            login.value(Parameter.SESSION_CODE, Value.RIGHT),
            "redirect_uri",
            App.REDIRECT_URI)),
    PASSWORD_GRANT(login -> Map.of(
            "grant_type", "password",
            "scope", "openid",
            "username", login.member().user().name(),
            "password", login.member().user().password(),
            "totp", wrongCode(login))),
    /** The parameters with which an identity provider redirects a browser back. */
    PROVIDERS_ANSWER(login ->
            Map.of("state", state(login), "RelayState", state(login), "code", "none", "session_state", "none")),
    DEVICE_CODE(login -> login.member().device() == null
            ? Map.of("device_user_code", "AAAA-AAAA")
            : Map.of(
                    "device_user_code", login.member().device().text("user_code"),
                    "device_code", login.member().device().text("device_code"),
                    "grant_type", "urn:ietf:params:oauth:grant-type:device_code"));

    private final Function<Login, Map<String, String>> content;

    Fields(Function<Login, Map<String, String>> content) {
        this.content = content;
    }

    Map<String, String> of(Login login) {
        return content.apply(login);
    }

    /** One of each kind. */
    static List<Fields> briefFor(Endpoint endpoint) {
        if (endpoint.isOfLogins()) {
            return endpoint.hasBody() ? List.of(OF_THE_PAGE, CONSENT) : List.of(NOTHING);
        }
        return endpoint.isOfProtocols() ? List.of(OF_THE_PAGE, SILENT_LOGIN) : List.of(NOTHING, ENTRIES);
    }

    static List<Fields> allFor(Endpoint endpoint) {
        if (endpoint.isOfLogins()) {
            return endpoint.hasBody()
                    ? List.of(
                            NOTHING,
                            OF_THE_PAGE,
                            CONSENT,
                            CANCEL,
                            BUTTONS,
                            PASSWORD,
                            WRONG_CODES,
                            NEW_APP,
                            NEW_NUMBER,
                            NEW_PASSWORD_AND_PROFILE)
                    : List.of(NOTHING, SILENT_LOGIN, CANCEL, BUTTONS);
        }
        return endpoint.isOfProtocols()
                ? List.of(
                        NOTHING,
                        OF_THE_PAGE,
                        CONSENT,
                        PASSWORD,
                        SILENT_LOGIN,
                        INITIATED_ACTION,
                        CODE_GRANT,
                        PASSWORD_GRANT,
                        PROVIDERS_ANSWER,
                        DEVICE_CODE)
                : List.of(NOTHING, OF_THE_PAGE, ENTRIES);
    }

    static Map<String, String> hiddenIn(Document page) {
        return page.select("form input[type=hidden]").stream()
                .collect(Collectors.toMap(
                        field -> field.attr("name"), Element::val, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> together(Login login, List<Fields> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        parts.forEach(part -> all.putAll(part.of(login)));
        return all;
    }

    private static AuthorizationRequest request(Login login) {
        return login.tenant().realm().app().authorize();
    }

    private static String state(Login login) {
        return Stream.of(Parameter.SESSION_CODE, Parameter.TAB_ID, Parameter.CLIENT_ID, Parameter.CLIENT_DATA)
                .map(parameter -> login.value(parameter, Value.RIGHT))
                .collect(Collectors.joining("."));
    }

    /** Six digits that no app of this login shows within the next minute. */
    private static String wrongCode(Login login) {
        Stream<AuthenticatorApp> shown =
                login.page().has("a[href^=otpauth:]") ? Stream.of(AuthenticatorApp.on(login.page())) : Stream.of();
        long now = Instant.now().getEpochSecond() / 30;
        Set<String> right = Stream.concat(shown, Stream.of(AuthenticatorApp.ofStored(Tenant.APP_SECRET)))
                .flatMap(app -> LongStream.rangeClosed(now - 2, now + 4).mapToObj(app::code))
                .collect(Collectors.toSet());
        return Stream.of("000000", "111111", "222222", "333333")
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }
}
