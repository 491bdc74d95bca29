package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The places in which Keycloak's own flows take a passkey or a security key. */
public enum KeyLogin {
    /** The form for user name and password takes a passkey too. */
    FORM {
        @Override
        KeyPolicy policy(KeyPolicy policy) {
            return policy.passkeysInForms();
        }

        @Override
        public Page ask(Browser browser, AuthorizationRequest request, TestUser user) {
            return browser.open(request).page();
        }
    },

    /** The user name first, then a passkey, or else the password. */
    PASSWORDLESS {
        @Override
        void prepare(TestRealm realm) {
            RealmFlow flow = RealmFlow.create(realm, "passwordless").add("auth-cookie", "ALTERNATIVE");
            RealmFlow forms = flow.sub("passwordless forms", "ALTERNATIVE").add("auth-username-form", "REQUIRED");
            forms.sub("passwordless or password", "REQUIRED")
                    .add("webauthn-authenticator-passwordless", "ALTERNATIVE")
                    .add("auth-password-form", "ALTERNATIVE");
            flow.bind("browserFlow");
        }

        /** Keycloak asks for the first credential, which would be the password. */
        @Override
        public TestUser addUser(TestRealm realm, String name, UnaryOperator<UserSpec> change) {
            TestUser user = super.addUser(realm, name, change);
            String passkey = realm.credentialId(user, "webauthn-passwordless");
            realm.admin().post(realm.path("/users/" + user.id() + "/credentials/" + passkey + "/moveToFirst"), null);
            return user;
        }

        @Override
        public Page ask(Browser browser, AuthorizationRequest request, TestUser user) {
            return browser.open(request).page().submit("username", user.name()).page();
        }
    },

    /** The password first, then a security key. */
    SECOND_FACTOR {
        @Override
        void prepare(TestRealm realm) {
            RealmFlow flow = RealmFlow.create(realm, "second factor").add("auth-cookie", "ALTERNATIVE");
            flow.sub("second factor forms", "ALTERNATIVE")
                    .add("auth-username-password-form", "REQUIRED")
                    .add("webauthn-authenticator", "REQUIRED");
            flow.bind("browserFlow");
        }

        @Override
        public SoftAuthenticator newKey() {
            return SoftAuthenticator.securityKey();
        }

        @Override
        public UserSpec give(UserSpec user, SoftAuthenticator key) {
            return user.securityKey(key);
        }

        @Override
        public Page ask(Browser browser, AuthorizationRequest request, TestUser user) {
            Page form = browser.open(request).page();
            return form.submit(Map.of("username", user.name(), "password", user.password()))
                    .page();
        }
    },

    /** The form that asks members of organizations for the user name first takes a passkey too. */
    ORGANIZATION {
        @Override
        KeyPolicy policy(KeyPolicy policy) {
            return policy.passkeysInForms().and(realm -> {
                realm.setOrganizationsEnabled(true);
                return realm;
            });
        }

        @Override
        void prepare(TestRealm realm) {
            realm.admin()
                    .post(
                            realm.path(ORGANIZATIONS),
                            Map.of("name", "acme", "domains", List.of(Map.of("name", "acme.example"))));
        }

        @Override
        public TestUser addUser(TestRealm realm, String name, UnaryOperator<UserSpec> change) {
            TestUser member = super.addUser(realm, name, change);
            String organization = realm.admin()
                    .get(realm.path(ORGANIZATIONS))
                    .path(0)
                    .path("id")
                    .asText();
            realm.admin().post(realm.path(ORGANIZATIONS + "/" + organization + "/members"), member.id());
            return member;
        }

        @Override
        public Page ask(Browser browser, AuthorizationRequest request, TestUser user) {
            return browser.open(request).page();
        }
    };

    private static final String ORGANIZATIONS = "/organizations";

    KeyPolicy policy(KeyPolicy policy) {
        return policy;
    }

    void prepare(TestRealm realm) {}

    /** Creates a realm whose browser flow takes a key in this place. */
    public TestRealm realm(String label, Map<String, String> attributes) {
        return realm(label, attributes, KeyPolicy.stock());
    }

    public TestRealm realm(String label, Map<String, String> attributes, KeyPolicy policy) {
        TestRealm realm = TestRealm.create(label, policy(policy).and(representation -> {
            representation.getAttributes().putAll(attributes);
            return representation;
        }));
        prepare(realm);
        return realm;
    }

    /** The kind of key that this place takes, and no user has yet. */
    public SoftAuthenticator newKey() {
        return SoftAuthenticator.passkey();
    }

    /** Stores the key as the kind of credential that this place takes. */
    public UserSpec give(UserSpec user, SoftAuthenticator key) {
        return user.passkey(key);
    }

    public TestUser addUser(TestRealm realm, String name, SoftAuthenticator key) {
        return addUser(realm, name, user -> give(user, key));
    }

    /** Adds a user with any factors, who can sign in in this place. */
    public TestUser addUser(TestRealm realm, String name, UnaryOperator<UserSpec> change) {
        return realm.addUser(name, change);
    }

    /** Opens the login and goes on to the page that takes the key. */
    public abstract Page ask(Browser browser, AuthorizationRequest request, TestUser user);

    public Page ask(Browser browser, TestRealm realm, TestUser user) {
        return ask(browser, realm.app().authorize(), user);
    }

    /** Signs the user in with the key, and returns where the browser is then. */
    public Landing signIn(Browser browser, TestRealm realm, TestUser user, SoftAuthenticator key) {
        return signIn(browser, realm.app().authorize(), user, key);
    }

    public Landing signIn(Browser browser, AuthorizationRequest request, TestUser user, SoftAuthenticator key) {
        return key.signIn(ask(browser, request, user));
    }
}
