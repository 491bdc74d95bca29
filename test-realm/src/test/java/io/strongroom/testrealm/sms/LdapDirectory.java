package io.strongroom.testrealm.sms;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.strongroom.testrealm.harness.TestRealm;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** An in-memory directory whose users have their number in {@code mobile}, and realms that use it. */
final class LdapDirectory implements AutoCloseable {
    /** The password of every user in it. */
    static final String PASSWORD = "correct horse";

    private static final String BASE = "dc=example,dc=com";
    private static final String PEOPLE = "ou=people," + BASE;
    private static final String BIND_DN = "cn=keycloak";
    private static final String BIND_PASSWORD = "secret";

    private final InMemoryDirectoryServer server;

    private LdapDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static LdapDirectory start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
        config.addAdditionalBindCredentials(BIND_DN, BIND_PASSWORD);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        server.startListening();
        return new LdapDirectory(server);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    // People

    private static String dn(String name) {
        return "uid=" + name + "," + PEOPLE;
    }

    /** @param mobile null if unknown */
    void add(String name, String mobile) throws LDAPException {
        Entry entry = new Entry(dn(name));
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson");
        entry.addAttribute("uid", name);
        entry.addAttribute("cn", name);
        entry.addAttribute("sn", "Tester");
        entry.addAttribute("mail", name + "@example.com");
        entry.addAttribute("userPassword", PASSWORD);
        if (mobile != null) {
            entry.addAttribute("mobile", mobile);
        }
        server.add(entry);
    }

    /** Null if unknown. */
    String mobile(String name) throws LDAPException {
        return server.getEntry(dn(name)).getAttributeValue("mobile");
    }

    void setMobile(String name, String mobile) throws LDAPException {
        server.modify(dn(name), new Modification(ModificationType.REPLACE, "mobile", mobile));
    }

    // Realms

    /**
     * Connects a realm.
     *
     * @param editMode what Keycloak may change: {@code READ_ONLY} or {@code WRITABLE}
     * @param imported whether Keycloak stores its own users for those of the directory
     */
    void connect(TestRealm realm, String editMode, boolean imported) {
        String realmId = realm.admin().get(realm.path("")).path("id").asText();
        ComponentRepresentation provider = component(
                "org.keycloak.storage.UserStorageProvider",
                "ldap",
                realmId,
                Map.ofEntries(
                        Map.entry("enabled", "true"),
                        Map.entry("vendor", "other"),
                        Map.entry("editMode", editMode),
                        Map.entry("importEnabled", String.valueOf(imported)),
                        Map.entry("cachePolicy", "NO_CACHE"),
                        Map.entry("connectionUrl", "ldap://127.0.0.1:" + server.getListenPort()),
                        Map.entry("authType", "simple"),
                        Map.entry("bindDn", BIND_DN),
                        Map.entry("bindCredential", BIND_PASSWORD),
                        Map.entry("usersDn", PEOPLE),
                        Map.entry("usernameLDAPAttribute", "uid"),
                        Map.entry("rdnLDAPAttribute", "uid"),
                        Map.entry("uuidLDAPAttribute", "entryUUID"),
                        Map.entry("userObjectClasses", "inetOrgPerson, organizationalPerson")));
        String providerId = realm.admin().create(realm.path("/components"), provider);
        ComponentRepresentation mapper = component(
                "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
                "user-attribute-ldap-mapper",
                providerId,
                Map.of(
                        "ldap.attribute", "mobile",
                        "user.model.attribute", "phoneNumber",
                        "read.only", String.valueOf("READ_ONLY".equals(editMode)),
                        "always.read.value.from.ldap", "true",
                        "is.mandatory.in.ldap", "false"));
        realm.admin().create(realm.path("/components"), mapper);
    }

    private static ComponentRepresentation component(
            String type, String provider, String parent, Map<String, String> config) {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setName(provider);
        component.setProviderId(provider);
        component.setProviderType(type);
        component.setParentId(parent);
        component.setConfig(new MultivaluedHashMap<>(config.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())))));
        return component;
    }
}
