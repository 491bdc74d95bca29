package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Layout;
import io.strongroom.testrealm.support.TestOrganization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

@DisplayName("The examples in the documentation")
class ApiDocumentIT {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("`bin/(kcadm\\.sh update [^`]+)`");
    private static final String SIGN_IN =
            "kcadm.sh config credentials --server \"$KEYCLOAK\" --realm master --user \"$ADMIN\""
                    + " --password \"$PASSWORD\" --config \"$CONFIG\"\n";
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\"((?:twoFactor|dataRoom)[\\w.]*)\"\\s*=\\s*\"([^\"]*)\"");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("run unchanged if they are in docs/api.md, with curl and kcadm.sh")
    void run() throws IOException, InterruptedException {
        TestRealm realm = organized("doc", Map.of());
        TestUser member = realm.addUser("member");
        String document = Files.readString(DOCS.resolve("api.md"));

        run(
                realm,
                member,
                BLOCK.matcher(document).results().map(match -> match.group(1)).collect(Collectors.joining("\n")));

        assertFalse(realm.requiredActions().contains("second-factor"), "the last example uninstalls everything");
    }

    private static TestRealm organized(String label, Map<String, String> attributes) {
        return TestRealm.create(label, realm -> {
            realm.setOrganizationsEnabled(true);
            realm.getAttributes().putAll(attributes);
            return realm;
        });
    }

    @Test
    @DisplayName("have the described effect if they are kcadm.sh commands in README.md, docs/install.md and "
            + "docs/theming.md")
    void commands() throws IOException, InterruptedException {
        TestRealm realm = organized("readme", Map.of());
        String documents = Files.readString(DOCS.resolve("../README.md"))
                + Files.readString(DOCS.resolve("install.md"))
                + Files.readString(DOCS.resolve("theming.md"));
        String commands = COMMAND.matcher(documents)
                .results()
                .map(match -> match.group(1).replaceFirst("realms/(acme|master)", "realms/" + realm.name()))
                .distinct()
                .map(command -> command + " --config \"$CONFIG\"")
                .collect(Collectors.joining("\n"));

        run(realm, realm.addUser("member"), SIGN_IN + commands);

        RealmRepresentation changed = realm.admin().get(realm.path(""), RealmRepresentation.class);
        assertEquals("required", changed.getAttributes().get("twoFactor.enforcement"));
        assertEquals("sms", changed.getAttributes().get("twoFactor.methods"));
        assertEquals("0", changed.getAttributes().get("twoFactor.backupCodes"), "other attributes stay");
        assertTrue(realm.requiredActions().contains("second-factor"));
        assertEquals(
                "strongroom",
                realm.admin().get(realm.path("")).path("adminTheme").asText());
        assertEquals("brand", changed.getLoginTheme());
        assertEquals("brand", changed.getEmailTheme());
    }

    private void run(TestRealm realm, TestUser member, String commands) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("examples.sh"), "set -euo pipefail\n" + commands);
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "KEYCLOAK", realm.server().baseUrl().toString(),
                        "REALM", realm.name(),
                        "MEMBER", member.id(),
                        "ORGANIZATION", TestOrganization.create(realm, "acme").id(),
                        "ADMIN", KeycloakServer.ADMIN_USER,
                        "PASSWORD", KeycloakServer.ADMIN_PASSWORD,
                        "CONFIG", folder.resolve("kcadm.config").toString(),
                        "PATH", Layout.distribution().resolve("bin").toAbsolutePath() + ":" + System.getenv("PATH")));
        int status = builder.start().waitFor();

        assertEquals(0, status, Files.readString(log));
    }

    @ParameterizedTest(name = "include the file {0}, which imports and has a valid policy")
    @ValueSource(strings = {"realm.json", "keycloak-config-cli.json"})
    void files(String name) throws IOException {
        ObjectNode file = (ObjectNode)
                new ObjectMapper().readTree(DOCS.resolve("examples/" + name).toFile());
        TestRealm realm = TestRealm.create("file");
        realm.delete();
        file.put("realm", realm.name());
        realm.admin().post("", file);

        AdminApi api = AdminApi.of(realm);

        assertNoFaults(api);
        assertTrue(api.get("/data-rooms")
                .expect(200)
                .body()
                .path(0)
                .path("enforced")
                .asBoolean());
        assertFalse("off".equals(api.get("/policy").expect(200).field("enforcement")));
        assertTrue(realm.requiredActions().contains("second-factor"));
        assertStrictOrganization(api);
    }

    private static void assertStrictOrganization(AdminApi api) {
        JsonNode organization = api.get("/organizations").expect(200).body().path(0);
        assertEquals("required", organization.path("enforcement").asText(), organization::toString);
        assertEquals("[\"passkey\",\"totp\"]", organization.path("methods").toString());
    }

    @Test
    @DisplayName("include a Terraform file whose attributes form a valid policy")
    void terraform() throws IOException {
        String file = Files.readString(DOCS.resolve("examples/strongroom.tf"));
        String[] resources = file.split("(?m)^resource ");
        TestRealm realm = organized("terraform", attributes(resources[1]));
        TestGroup room = realm.addGroup("Falcon", attributes(resources[2]));
        realm.addGroup(room, "Administrators", attributes(resources[3]));
        TestOrganization.create(realm, "acme", attributes(resources[4]));

        AdminApi api = AdminApi.of(realm);

        assertNoFaults(api);
        assertEquals("required", api.get("/policy").field("enforcement"));
        assertEquals(
                "refuse",
                api.get("/data-rooms").body().path(0).path("withoutNumber").asText());
        assertStrictOrganization(api);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTE
                .matcher(text)
                .results()
                .forEach((MatchResult match) -> attributes.put(match.group(1), match.group(2)));
        assertFalse(attributes.isEmpty(), text);
        return attributes;
    }

    private static void assertNoFaults(AdminApi api) {
        for (JsonNode finding : api.get("/health").expect(200).body()) {
            assertFalse(finding.path("message").asText().contains("is not allowed"), finding::toString);
        }
    }
}
