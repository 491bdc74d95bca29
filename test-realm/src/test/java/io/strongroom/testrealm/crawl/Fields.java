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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is sent along: forms of Keycloak's pages and of the guard's, with nothing right in them but the password; and requests of applications. */
enum Fields {
    NOTHING {
        @Override
        Map<String, String> of(Login login) {
            return Map.of();
        }
    },
    /** What is hidden in the page's forms. */
    OF_THE_PAGE {
        @Override
        Map<String, String> of(Login login) {
            return hiddenIn(login.page().document());
        }
    },
    CONSENT {
        @Override
        Map<String, String> of(Login login) {
            return Map.of("accept", "Yes", "submitAction", "linkAccount", "confirm", "true");
        }
    },
    CANCEL {
        @Override
        Map<String, String> of(Login login) {
            return Map.of("cancel", "No", "cancel-aia", "true");
        }
    },
    PASSWORD {
        @Override
        Map<String, String> of(Login login) {
            return Map.of(
                    "username", login.member().user().name(),
                    "password", login.member().user().password(),
                    "rememberMe", "on");
        }
    },
    WRONG_CODES {
        @Override
        Map<String, String> of(Login login) {
            String wrong = wrongCode(login);
            return Map.of(
                    "code",
                    wrong,
                    "otp",
                    wrong,
                    "totp",
                    wrong,
                    "backupCode",
                    "00000-00000-00000",
                    "recoveryCodeInput",
                    "00000");
        }
    },
    NEW_APP {
        @Override
        Map<String, String> of(Login login) {
            return Map.of(
                    "totp",
                    wrongCode(login),
                    "totpSecret",
                    "of the attacker's choice",
                    "userLabel",
                    "app",
                    "enable",
                    "true");
        }
    },
    NEW_NUMBER {
        @Override
        Map<String, String> of(Login login) {
            return Map.of("phoneNumber", "+46701700000", "country", "SE", "send", "true");
        }
    },
    BUTTONS {
        @Override
        Map<String, String> of(Login login) {
            return Map.of(
                    "method",
                    "totp",
                    "later",
                    "true",
                    "retry",
                    "true",
                    "resend",
                    "true",
                    "rememberBrowser",
                    "true",
                    "tryAnotherWay",
                    "on");
        }
    },
    NEW_PASSWORD_AND_PROFILE {
        @Override
        Map<String, String> of(Login login) {
            return Map.of(
                    "password-new",
                    "stolen",
                    "password-confirm",
                    "stolen",
                    "email",
                    "thief@example.com",
                    "firstName",
                    "A",
                    "lastName",
                    "Thief",
                    "username",
                    "thief");
        }
    },
    /** All entries at once: each page takes its own. */
    ENTRIES {
        @Override
        Map<String, String> of(Login login) {
            Map<String, String> all = new LinkedHashMap<>();
            Stream.of(PASSWORD, WRONG_CODES, NEW_APP, NEW_NUMBER, NEW_PASSWORD_AND_PROFILE)
                    .map(fields -> fields.of(login))
                    .forEach(all::putAll);
            return all;
        }
    },
    SILENT_LOGIN {
        @Override
        Map<String, String> of(Login login) {
            return request(login).with("prompt", "none").parameters();
        }
    },
    INITIATED_ACTION {
        @Override
        Map<String, String> of(Login login) {
            return request(login).with("kc_action", "UPDATE_PASSWORD").parameters();
        }
    },
    /** As if it were an authorization code. */
    CODE_GRANT {
        @Override
        Map<String, String> of(Login login) {
            return Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    login.value(Parameter.SESSION_CODE, Value.RIGHT),
                    "redirect_uri",
                    App.REDIRECT_URI);
        }
    },
    PASSWORD_GRANT {
        @Override
        Map<String, String> of(Login login) {
            Map<String, String> fields = new LinkedHashMap<>(PASSWORD.of(login));
            fields.putAll(Map.of("grant_type", "password", "scope", "openid", "totp", wrongCode(login)));
            return fields;
        }
    },
    /** What an identity provider sends a browser back with. */
    PROVIDERS_ANSWER {
        @Override
        Map<String, String> of(Login login) {
            String state = login.value(Parameter.SESSION_CODE, Value.RIGHT) + "."
                    + login.value(Parameter.TAB_ID, Value.RIGHT) + "." + login.value(Parameter.CLIENT_ID, Value.RIGHT)
                    + "." + login.value(Parameter.CLIENT_DATA, Value.RIGHT);
            return Map.of("state", state, "RelayState", state, "code", "none", "session_state", "none");
        }
    },
    DEVICE_CODE {
        @Override
        Map<String, String> of(Login login) {
            return login.member().device() == null
                    ? Map.of("device_user_code", "AAAA-AAAA")
                    : Map.of(
                            "device_user_code", login.member().device().text("user_code"),
                            "device_code", login.member().device().text("device_code"),
                            "grant_type", "urn:ietf:params:oauth:grant-type:device_code");
        }
    };

    abstract Map<String, String> of(Login login);

    /** One of each kind. */
    static List<Fields> briefFor(Endpoint endpoint) {
        if (endpoint.isOfLogins()) {
            return endpoint.hasBody()
                    ? List.of(NOTHING, OF_THE_PAGE, CONSENT, CANCEL, BUTTONS, ENTRIES)
                    : List.of(NOTHING, SILENT_LOGIN, CANCEL);
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

    private static AuthorizationRequest request(Login login) {
        return login.tenant().realm().app().authorize();
    }

    /** Six digits that no app of this login shows, now or in a minute. */
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
