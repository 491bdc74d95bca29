package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.SamlService;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.IdentityProvider;
import io.strongroom.testrealm.support.Organization;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm that requires a second factor, with every kind of login that Keycloak supports. */
final class Tenant {
    static final String APP_SECRET = "a secret that no attack knows of";
    static final String EMAIL_ROLE = "reads-mail";
    static final String CONSENT_APP = "consent-app";
    static final String HYBRID_APP = "hybrid-app";
    static final String OTHER_APP = "other-app";
    static final String RETIRED_APP = "retired-app";
    /** Alias and kind of the identity provider: endpoints of other kinds don't accept it. */
    static final String PROVIDER = "oidc";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ActionTokens tokens = new ActionTokens();
    private final TestRealm home = TestRealm.create("crawlhome");
    private final TestRealm realm = TestRealm.create("crawl", representation -> {
                representation
                        .getAttributes()
                        .putAll(Map.of(
                                "twoFactor.enforcement", "required",
                                "twoFactor.methods", "passkey,security-key,totp,sms",
                                "twoFactor.roleMethods", EMAIL_ROLE + "=email",
                                "twoFactor.backupCodes", "2",
                                "twoFactor.sms.perUserPerHour", "1000",
                                "twoFactor.sms.perNumberPerHour", "1000",
                                "twoFactor.sms.perTenantPerDay", "1000000"));
                tokens.share(representation);
                representation.setResetPasswordAllowed(true);
                representation.setRegistrationAllowed(true);
                representation.setEditUsernameAllowed(true);
                representation.setRememberMe(true);
                representation.setOrganizationsEnabled(true);
                return representation;
            })
            .withMail();
    private final SamlService saml = SamlService.addTo(realm);
    private final TestGroup refusingRoom = realm.addGroup(
            "Closed", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", "refuse"));
    private final Organization organization = Organization.create(
            realm,
            "acme",
            Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "passkey,security-key,totp,sms"));
    private final TestUser other;
    private final String expiredKey;
    private final String otherKey;

    Tenant() {
        IdentityProvider.connect(home, realm, PROVIDER);
        realm.addClient(CONSENT_APP, client -> {
            client.setConsentRequired(true);
            return client;
        });
        realm.addClient(HYBRID_APP, client -> {
            client.setImplicitFlowEnabled(true);
            return client;
        });
        realm.addClient(OTHER_APP, client -> client);
        realm.addClient(RETIRED_APP, client -> {
            client.setEnabled(false);
            return client;
        });
        other = realm.addUser("crawled-other");
        expiredKey = tokens.expired(realm.uri(), other);
        otherKey = key(other);
    }

    TestRealm realm() {
        return realm;
    }

    SamlService saml() {
        return saml;
    }

    TestGroup refusingRoom() {
        return refusingRoom;
    }

    /** An organization with a policy. */
    Organization organization() {
        return organization;
    }

    /** Returns the token of an e-mailed link for this user. */
    String key(TestUser user) {
        return tokens.newPassword(realm.uri(), user);
    }

    String expiredKey() {
        return expiredKey;
    }

    /** A user whose action token is tried in the logins of all others. */
    TestUser other() {
        return other;
    }

    /** The token of the other user. */
    String otherKey() {
        return otherKey;
    }

    /** Creates a user whom the guard shows this page, with an account at the identity provider. */
    Member member(Waiting page) {
        String name = "crawled" + NUMBERS.incrementAndGet();
        TestUser user = realm.addUser(name, spec -> page.user(spec, this));
        TestUser atHome = home.addUser(name);
        IdentityProvider.link(realm, user, PROVIDER, atHome);
        return new Member(this, user);
    }
}
