package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("Users of an LDAP directory")
class LdapIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String BASE = "dc=example,dc=com";
    private static final String PEOPLE = "ou=people," + BASE;
    private static final String PASSWORD = "correct horse";

    private static InMemoryDirectoryServer directory;

    private final String number = PhoneNumbers.next();
    private final String name = "user" + number.substring(1);

    /** How Keycloak may treat the directory; a realm for each. */
    enum EditMode {
        READ_ONLY,
        WRITABLE;

        private TestRealm realm;

        TestRealm realm() {
            if (realm == null) {
                realm = connected(this, true);
            }
            return realm;
        }

        /** @param imported whether Keycloak keeps users of its own for those of the directory */
        private static TestRealm connected(EditMode mode, boolean imported) {
            TestRealm realm = TestRealm.create(
                    "ldap" + mode.ordinal(), Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
            new PhoneNumberProfile(realm).declareEditableBy("admin");
            String provider = create(
                    realm,
                    "org.keycloak.storage.UserStorageProvider",
                    "ldap",
                    null,
                    Map.ofEntries(
                            Map.entry("enabled", "true"),
                            Map.entry("vendor", "other"),
                            Map.entry("editMode", mode.name()),
                            Map.entry("importEnabled", String.valueOf(imported)),
                            Map.entry("cachePolicy", "NO_CACHE"),
                            Map.entry("connectionUrl", "ldap://127.0.0.1:" + directory.getListenPort()),
                            Map.entry("authType", "simple"),
                            Map.entry("bindDn", "cn=keycloak"),
                            Map.entry("bindCredential", "secret"),
                            Map.entry("usersDn", PEOPLE),
                            Map.entry("usernameLDAPAttribute", "uid"),
                            Map.entry("rdnLDAPAttribute", "uid"),
                            Map.entry("uuidLDAPAttribute", "entryUUID"),
                            Map.entry("userObjectClasses", "inetOrgPerson, organizationalPerson")));
            create(
                    realm,
                    "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
                    "user-attribute-ldap-mapper",
                    provider,
                    Map.of(
                            "ldap.attribute", "mobile",
                            "user.model.attribute", "phoneNumber",
                            "read.only", String.valueOf(mode == READ_ONLY),
                            "always.read.value.from.ldap", "true",
                            "is.mandatory.in.ldap", "false"));
            return realm;
        }

        private static String create(
                TestRealm realm, String type, String provider, String parent, Map<String, String> config) {
            ComponentRepresentation component = new ComponentRepresentation();
            component.setName(provider);
            component.setProviderId(provider);
            component.setProviderType(type);
            component.setParentId(
                    parent == null
                            ? realm.admin().get(realm.path("")).path("id").asText()
                            : parent);
            component.setConfig(new MultivaluedHashMap<>(config.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())))));
            return realm.admin().create(realm.path("/components"), component);
        }
    }

    @BeforeAll
    static void startDirectory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
        config.addAdditionalBindCredentials("cn=keycloak", "secret");
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + BASE, "objectClass: domain", "dc: example");
        directory.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        directory.startListening();
    }

    @AfterAll
    static void stopDirectory() {
        directory.shutDown(true);
    }

    private String dn() {
        return "uid=" + name + "," + PEOPLE;
    }

    /** @param mobile null: none is known */
    private TestUser person(TestRealm realm, String mobile) throws LDAPException {
        Entry entry = new Entry(dn());
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson");
        entry.addAttribute("uid", name);
        entry.addAttribute("cn", name);
        entry.addAttribute("sn", "Tester");
        entry.addAttribute("mail", name + "@example.com");
        entry.addAttribute("userPassword", PASSWORD);
        if (mobile != null) {
            entry.addAttribute("mobile", mobile);
        }
        directory.add(entry);
        String id = realm.admin()
                .get(realm.path("/users?exact=true&username=" + name))
                .path(0)
                .path("id")
                .asText();
        return new TestUser(id, name, PASSWORD);
    }

    private String mobile() throws LDAPException {
        return directory.getEntry(dn()).getAttributeValue("mobile");
    }

    private static int numbersStored(TestRealm realm, TestUser user) {
        return realm.credentials(user, "sms-otp").size();
    }

    private static Answer update(TestRealm realm, TestUser user, Map<String, List<String>> attributes) {
        String path = realm.path("/users/" + user.id());
        UserRepresentation existing = realm.admin().get(path, UserRepresentation.class);
        attributes.forEach((attribute, values) -> existing.getAttributes().put(attribute, values));
        return realm.admin().send("PUT", path, existing);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("C5 a number in the directory is asked at every login, and nothing is written for it")
    void numberInDirectory(EditMode mode) throws Exception {
        TestRealm realm = mode.realm();
        TestUser user = person(realm, number.substring(0, 3) + " " + number.substring(3));

        for (int login = 1; login <= 2; login++) {
            Page page = realm.signIn(new Browser(), user).page();
            assertEquals("login-strongroom-code", page.id());
            page.submit("code", VONAGE.awaitCode(number, login)).signedIn();
        }

        assertEquals(0, numbersStored(realm, user));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("C5 without a number in the directory the user sets up one at login, and is asked for it from then on")
    void noNumberInDirectory(EditMode mode) throws Exception {
        TestRealm realm = mode.realm();
        TestUser user = person(realm, null);

        Page page = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-phone", page.id());
        Page proof = page.submit("phoneNumber", number).page();
        proof.submit("code", VONAGE.awaitCode(number)).signedIn();

        Page next = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", next.id());
        next.submit("code", VONAGE.awaitCode(number, 2)).signedIn();
        assertEquals(1, numbersStored(realm, user));
        assertNull(mobile(), "the directory is not written to");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("C5 changed in the directory, the next code goes to the new number")
    void changedInDirectory(EditMode mode) throws Exception {
        TestRealm realm = mode.realm();
        TestUser user = person(realm, number);
        Browser browser = new Browser();
        realm.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        String next = PhoneNumbers.next();

        directory.modify(dn(), new Modification(ModificationType.REPLACE, "mobile", next));

        Page page = realm.signIn(new Browser(), user).page();
        page.submit("code", VONAGE.awaitCode(next)).signedIn();
        Page sameSession = browser.open(realm.app().authorize()).page();
        assertEquals("login-strongroom-code", sameSession.id());
        assertEquals(1, VONAGE.texts(number).size());
    }

    @ParameterizedTest(name = "users imported: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("security 8: failures in a row of read-only users are kept, until a right entry")
    void failures(boolean imported) throws Exception {
        TestRealm realm = imported ? EditMode.READ_ONLY.realm() : EditMode.connected(EditMode.READ_ONLY, false);
        TestUser user = person(realm, number);

        Page page = realm.signIn(new Browser(), user).page();
        String code = VONAGE.awaitCode(number);
        Page wrong = page.submit("code", Vonage.otherThan(code)).page();
        Page again = wrong.submit("code", Vonage.otherThan(code)).page();
        assertEquals(2, FactorLockIT.stored(realm, user));

        again.submit("code", code).signedIn();
        assertEquals(0, FactorLockIT.stored(realm, user));
    }

    @Test
    @DisplayName("C4 an administrator sets the number of a writable user, and it is in the directory")
    void setByAdministrator() throws Exception {
        TestRealm realm = EditMode.WRITABLE.realm();
        TestUser user = person(realm, null);
        assertEquals(
                "strongroomAttributeRequired", update(realm, user, Map.of()).text("errorMessage"));

        assertEquals(
                204, update(realm, user, Map.of("phoneNumber", List.of(number))).status());

        assertEquals(number, mobile());
        Page page = realm.signIn(new Browser(), user).page();
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("C4 nothing is demanded of an administrator who could not set it: read-only users can still be edited")
    void readOnlyWithoutNumber() throws Exception {
        TestRealm realm = EditMode.READ_ONLY.realm();
        TestUser user = person(realm, null);

        assertEquals(204, update(realm, user, Map.of()).status());
    }

    @Test
    @DisplayName(
            "C3 users of a directory that are not imported are listed as unknown, not as missing a factor; one by one more is known")
    void unknown() throws Exception {
        TestRealm realm = EditMode.connected(EditMode.READ_ONLY, false);
        TestUser user = person(realm, number);
        AdminApi api = AdminApi.of(realm);

        JsonNode list = api.get("/users?search=" + name).expect(200).body();
        JsonNode unknown =
                api.get("/users?status=unknown&search=" + name).expect(200).body();

        assertEquals("unknown", list.path(0).path("status").asText());
        assertEquals(list, unknown);
        assertEquals(
                0,
                api.get("/users?status=none&search=" + name).expect(200).body().size());
        assertEquals(
                "sms",
                api.get("/users/" + user.id())
                        .expect(200)
                        .body()
                        .at("/summary/status")
                        .asText());
        assertTrue(api.get("/report").expect(200).body().path("directories").asBoolean());
    }
}
