package io.strongroom.dist;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The jar as it is put into {@code providers/}, which is one flat class path shared with the server's own libraries. */
@DisplayName("The shipped jar")
class ShippedJarIT {
    private static final String SHADED = "io/strongroom/shaded/";

    /** What Keycloak lacks; anything else the server has, or nobody asked for. */
    private static final Set<String> BUNDLED = Set.of(
            "com/auth0/jwt/",
            "com/google/i18n/phonenumbers/",
            "com/vonage/",
            "io/github/resilience4j/",
            "org/apache/http/entity/mime/");

    /** Beside classes: pages and messages that stand behind every theme, and the theme of the admin console. */
    private static final Set<String> PLACES =
            Set.of("io/strongroom/", "META-INF/", "theme-resources/", "theme/strongroom/admin/");

    private final Path path = Path.of(System.getProperty("strongroom.jar"));
    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(path.toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    @DisplayName("holds classes and their resources below io.strongroom only")
    void contentIsOurs() {
        assertEquals(
                List.of(),
                names().filter(not(name -> name.endsWith("/")))
                        .filter(name -> PLACES.stream().noneMatch(name::startsWith))
                        .toList());
        assertEquals(
                List.of(), classes().filter(not(startsWith("io/strongroom/"))).toList());
    }

    @Test
    @DisplayName("bundles, relocated, exactly the libraries that Keycloak lacks")
    void bundlesWhatKeycloakLacks() {
        List<String> shaded = classes()
                .filter(startsWith(SHADED))
                .map(name -> name.substring(SHADED.length()))
                .toList();
        assertEquals(
                List.of(),
                shaded.stream()
                        .filter(name -> BUNDLED.stream().noneMatch(name::startsWith))
                        .toList());
        assertEquals(
                List.of(),
                BUNDLED.stream()
                        .filter(library -> shaded.stream().noneMatch(startsWith(library)))
                        .toList());
    }

    @Test
    @DisplayName("has no signatures, module descriptors or multi-release classes of the libraries")
    void noLeftOvers() {
        assertEquals(
                List.of(),
                names().filter(name -> name.endsWith("module-info.class")
                                || name.startsWith("META-INF/versions/")
                                || name.matches("META-INF/.*\\.(SF|DSA|RSA|EC)"))
                        .toList());
    }

    @Test
    @DisplayName("carries its licence and those of the libraries")
    void carriesLicences() {
        assertAll(Stream.of(
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/licenses/admin-console.txt",
                        "META-INF/licenses/java-jwt.txt",
                        "META-INF/licenses/vonage-jwt.txt")
                .map(name -> () -> assertNotNull(jar.getEntry(name), name)));
    }

    @Test
    @DisplayName("announces only services it contains")
    void servicesExist() throws IOException {
        List<String> services = names().filter(startsWith("META-INF/services/"))
                .filter(not(name -> name.endsWith("/")))
                .toList();
        assertFalse(services.isEmpty());
        for (String service : services) {
            for (String provider : lines(service)) {
                assertNotNull(jar.getEntry(provider.replace('.', '/') + ".class"), service + " names " + provider);
            }
        }
    }

    @Test
    @DisplayName("finds the relocated number metadata of every region")
    void readsNumberMetadata() throws Exception {
        try (URLClassLoader loader = alone()) {
            Class<?> type = loader.loadClass("io.strongroom.shaded.com.google.i18n.phonenumbers.PhoneNumberUtil");
            Object util = type.getMethod("getInstance").invoke(null);
            Set<?> regions = (Set<?>) type.getMethod("getSupportedRegions").invoke(util);
            assertTrue(regions.size() > 200, () -> regions.size() + " regions");
            for (Object region : regions) {
                assertNotNull(type.getMethod("getExampleNumber", String.class).invoke(util, region), region::toString);
            }
        }
    }

    /** Nothing but the jar and the JDK, so that no unshaded copy on the test's class path can help out. */
    private URLClassLoader alone() throws IOException {
        return new URLClassLoader(new URL[] {path.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private Stream<String> classes() {
        return names().filter(name -> name.endsWith(".class"));
    }

    private Stream<String> names() {
        return jar.stream().map(JarEntry::getName);
    }

    private List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(jar.getInputStream(jar.getEntry(name)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(not(String::isBlank)).toList();
        }
    }

    private static Predicate<String> startsWith(String prefix) {
        return name -> name.startsWith(prefix);
    }
}
