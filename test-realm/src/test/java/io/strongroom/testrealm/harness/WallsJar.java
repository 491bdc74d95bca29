package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A jar for {@code providers/}. With it, a realm's attribute {@code test.down} disables the guard, the exit or both
 * ({@code guard,exit}), and a POST to {@code realms/{realm}/walls} removes the guard's registration from a realm. Its
 * classes are the package {@code io.strongroom.walls} among the unit tests of the product.
 */
public final class WallsJar {
    private static final Path CLASSES =
            Layout.target().resolve("../../authenticators/target/test-classes").normalize();
    private static final String PACKAGE = "io/strongroom/walls/";
    private static final Map<String, List<String>> SERVICES = Map.of(
            "org.keycloak.authentication.RequiredActionFactory", List.of("GuardSwitch"),
            "org.keycloak.cookie.CookieProviderFactory", List.of("CookieSwitch"),
            "org.keycloak.protocol.LoginProtocolFactory", List.of("OidcSwitch", "SamlSwitch", "DockerSwitch"),
            "org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory", List.of("PasswordGrantSwitch"),
            "org.keycloak.services.resource.RealmResourceProviderFactory", List.of("RegistrationRemover"));

    private WallsJar() {}

    public static Path make() {
        try {
            Path jar = Layout.target().resolve("walls.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> classes = Files.list(CLASSES.resolve(PACKAGE))) {
                for (Path file : classes.sorted().toList()) {
                    add(out, PACKAGE + file.getFileName(), Files.readAllBytes(file));
                }
                add(out, "META-INF/beans.xml", new byte[0]); // so that the server scans this jar for endpoints
                for (Map.Entry<String, List<String>> service : new TreeMap<>(SERVICES).entrySet()) {
                    add(out, "META-INF/services/" + service.getKey(), names(service.getValue()));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] names(List<String> classes) {
        String lines = String.join(
                "\n",
                classes.stream().map(name -> "io.strongroom.walls." + name).toList());
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0); // reproducible, so that a server built with it is reused
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
