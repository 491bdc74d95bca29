package io.strongroom.testrealm.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.DockerRegistry;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SamlService;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.IdentityProvider;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to get a session: the preparation before the rule is switched on, and the steps afterwards, with the password
 * alone.
 */
enum WayIn {
    CODE {
        @Override
        Start prepare(Site at, TestUser user) {
            return () -> isIn(at.realm().signIn(new Browser(), user));
        }
    },
    HYBRID {
        @Override
        Start prepare(Site at, TestUser user) {
            AuthorizationRequest request = withImplicit(at).with("response_type", "code id_token token");
            return () -> isIn(at.realm().signIn(new Browser(), request, user));
        }
    },
    IMPLICIT {
        @Override
        Start prepare(Site at, TestUser user) {
            AuthorizationRequest request = withImplicit(at).with("response_type", "id_token token");
            return () -> isIn(at.realm().signIn(new Browser(), request, user));
        }
    },
    /** Consent is asked for in a separate request. */
    CONSENT {
        @Override
        Start prepare(Site at, TestUser user) {
            App app = at.realm().app(CONSENTING);
            return () -> {
                Landing landing = at.realm().signIn(new Browser(), app.authorize(), user);
                return isIn(consent(consent(landing)));
            };
        }
    },
    SINGLE_SIGN_ON {
        @Override
        Start prepare(Site at, TestUser user) {
            Browser browser = new Browser();
            at.realm().signIn(browser, user).signedIn();
            return () -> isIn(browser.open(at.realm().confidentialApp().authorize()));
        }
    },
    /** {@code prompt=none}: Keycloak answers without a page, through a protocol instance that it creates itself. */
    SILENT {
        @Override
        Start prepare(Site at, TestUser user) {
            Browser browser = new Browser();
            at.realm().signIn(browser, user).signedIn();
            return () ->
                    isIn(browser.open(at.realm().confidentialApp().authorize().with("prompt", "none")));
        }
    },
    /** A member of a data room that enforces two-factor login, in a tenant that doesn't. */
    DATA_ROOM {
        @Override
        TestUser user(TestRealm realm) {
            TestGroup room = realm.addGroup("Falcon" + NEXT.incrementAndGet(), ENFORCED);
            String number = PhoneNumbers.next();
            return realm.addUser(
                    "member" + number.substring(1), spec -> spec.memberOf(room).numberFor(room, number));
        }

        @Override
        String enforcement() {
            return "off";
        }

        @Override
        Start prepare(Site at, TestUser user) {
            return () -> isIn(at.realm().signIn(new Browser(), user));
        }
    },
    /** A user without a factor, who would have to set one up. */
    NOTHING_SET_UP {
        @Override
        TestUser user(TestRealm realm) {
            return realm.addUser("newcomer" + NEXT.incrementAndGet());
        }

        @Override
        Start prepare(Site at, TestUser user) {
            return () -> isIn(at.realm().signIn(new Browser(), user));
        }
    },
    ADMIN_CONSOLE {
        @Override
        TestUser user(TestRealm realm) {
            TestUser owner = super.user(realm);
            realm.grantRole(owner, "realm-management", "realm-admin");
            return owner;
        }

        @Override
        Start prepare(Site at, TestUser user) {
            AuthorizationRequest request = at.realm()
                    .app("security-admin-console")
                    .authorize()
                    .with(
                            "redirect_uri",
                            at.realm().server().baseUrl() + "/admin/"
                                    + at.realm().name() + "/console/");
            return () -> {
                // Keycloak serves the console, so the browser follows the redirect to it.
                Landing landing = at.realm().signIn(new Browser(), request, user);
                return landing instanceof Page page && page.uri().getPath().endsWith("/console/");
            };
        }
    },
    RESET_LINK {
        @Override
        Start prepare(Site at, TestUser user) {
            Browser browser = new Browser();
            at.realm()
                    .loginPage(browser)
                    .click("a[href*=reset-credentials]")
                    .page()
                    .submit("username", user.name());
            URI link = MailedLink.to(user);
            return () -> {
                Landing landing = browser.open(link);
                boolean isReset = landing instanceof Page page && page.hasField("password-new");
                return isReset
                        ? isIn(landing.page().submit(Map.of("password-new", "other", "password-confirm", "other")))
                        : isIn(landing);
            };
        }
    },
    DEVICE {
        @Override
        Start prepare(Site at, TestUser user) {
            return () -> {
                Answer device = at.realm().app().device();
                Landing landing = new Browser()
                        .open(URI.create(device.text("verification_uri_complete")))
                        .page()
                        .submit(Map.of("username", user.name(), "password", user.password()));
                consent(consent(landing));
                return at.realm().app().poll(device).hasTokens();
            };
        }
    },
    DIRECT_GRANT {
        @Override
        Start prepare(Site at, TestUser user) {
            return () -> at.realm().confidentialApp().passwordGrant(user).hasTokens();
        }
    },
    BROKER {
        @Override
        Start prepare(Site at, TestUser user) {
            TestUser there = at.home().addUser(user.name());
            IdentityProvider.link(at.realm(), user, HOME, there);
            return () -> isIn(at.realm()
                    .loginPage(new Browser())
                    .click("#social-" + HOME)
                    .page()
                    .submit(Map.of("username", there.name(), "password", there.password())));
        }
    },
    SAML {
        @Override
        Start prepare(Site at, TestUser user) {
            SamlService service = at.saml();
            return () -> isAsserted(new Browser()
                    .open(service.request())
                    .page()
                    .submit(Map.of("username", user.name(), "password", user.password())));
        }
    },
    /** Initiated by the identity provider: the application sends no request. */
    SAML_UNSOLICITED {
        @Override
        Start prepare(Site at, TestUser user) {
            URI begin = at.saml().unsolicited();
            return () -> isAsserted(new Browser()
                    .open(begin)
                    .page()
                    .submit(Map.of("username", user.name(), "password", user.password())));
        }
    },
    SAML_PASSIVE {
        @Override
        Start prepare(Site at, TestUser user) {
            SamlService service = at.saml();
            Browser browser = new Browser();
            at.realm().signIn(browser, user).signedIn();
            return () -> isAsserted(browser.open(service.passiveRequest()));
        }
    },
    /** SAML ECP: the password is sent in a header. */
    SAML_ECP {
        @Override
        Start prepare(Site at, TestUser user) {
            SamlService service = at.saml();
            return () -> service.answerToProgram(user).contains("status:Success");
        }
    },
    DOCKER {
        @Override
        Start prepare(Site at, TestUser user) {
            return () -> at.docker().answerTo(user).contains("\"token\"");
        }
    };

    private static final String IMPLICIT_CLIENT = "implicit";
    private static final String CONSENTING = "consenting";
    private static final String HOME = "home";
    private static final Map<String, String> ENFORCED = Map.of("dataRoom", "true", "twoFactor.enforced", "true");
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** A realm with an application of every kind, and a second realm as its identity provider. */
    record Site(TestRealm realm, TestRealm home, SamlService saml, DockerRegistry docker) {

        static Site on(KeycloakServer server) {
            TestRealm realm = TestRealm.create(server, "walls", any -> {
                        any.setResetPasswordAllowed(true);
                        any.getAttributes().put("twoFactor.methods", "sms");
                        return any;
                    })
                    .withMail(Harness.mailbox().realmSetting());
            realm.addClient(IMPLICIT_CLIENT, client -> {
                client.setImplicitFlowEnabled(true);
                return client;
            });
            realm.addClient(CONSENTING, client -> {
                client.setConsentRequired(true);
                return client;
            });
            TestRealm home = TestRealm.create(server, "walls-home", any -> any);
            IdentityProvider.connect(home, realm, HOME);
            return new Site(realm, home, SamlService.addTo(realm), DockerRegistry.addTo(realm));
        }
    }

    /** The steps of an attacker who knows the password. */
    interface Start {
        /** Returns whether the steps yield tokens, an assertion or a code. */
        boolean enter();
    }

    abstract Start prepare(Site at, TestUser user);

    TestUser user(TestRealm realm) {
        String number = PhoneNumbers.next();
        return realm.addUser("user" + number.substring(1), spec -> spec.number(number));
    }

    /** The tenant's rule. */
    String enforcement() {
        return "required";
    }

    private static AuthorizationRequest withImplicit(Site at) {
        AuthorizationRequest request =
                at.realm().app(IMPLICIT_CLIENT).authorize().with("nonce", "n");
        request.parameters().keySet().removeAll(List.of("code_challenge", "code_challenge_method"));
        return request;
    }

    /** Presses "Yes" on a consent page. The first time, the exit sends the login from there back to the guard, without an alarm. */
    private static Landing consent(Landing landing) {
        return landing instanceof Page page && page.hasField("accept") ? page.press("accept") : landing;
    }

    private static boolean isIn(Landing landing) {
        return landing instanceof Arrival arrival
                && (arrival.code().isPresent()
                        || arrival.parameter("access_token").isPresent());
    }

    private static boolean isAsserted(Landing landing) {
        return landing instanceof Page page
                && page.hasField("SAMLResponse")
                && new String(
                                Base64.getDecoder()
                                        .decode(page.document()
                                                .selectFirst("[name=SAMLResponse]")
                                                .val()),
                                UTF_8)
                        .contains("status:Success");
    }
}
