package io.strongroom;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.gateway.dispatch.SmsDispatcherFactory;
import io.strongroom.mail.MailDispatcherFactory;
import io.strongroom.policy.KnownMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.cookie.CookieProviderFactory;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.protocol.LoginProtocolFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.keycloak.validate.ValidatorFactory;

/** Tests every registered provider, so that a factory added later is covered automatically. */
@DisplayName("The providers")
class ProvidersTest {

    /** Ids that must not change, because stored data, URLs and options contain them. */
    private static final Map<Class<?>, Set<String>> STABLE_IDS = Map.ofEntries(
            Map.entry(
                    RequiredActionFactory.class,
                    Set.of(
                            "second-factor",
                            "sms-otp-enrol",
                            "backup-codes-enrol",
                            "CONFIGURE_TOTP",
                            "delete_credential")),
            Map.entry(
                    AuthenticatorFactory.class,
                    Set.of(
                            "sms-otp-authenticator",
                            "backup-code-authenticator",
                            "second-factor-condition",
                            "new-browser-condition",
                            "auth-cookie",
                            "reset-otp",
                            "webauthn-authenticator")),
            Map.entry(
                    CredentialProviderFactory.class,
                    Set.of(
                            "sms-otp",
                            "backup-codes",
                            "two-factor-failures",
                            "two-factor-grace",
                            "two-factor-unproven-link",
                            "two-factor-email",
                            "remembered-browser",
                            "keycloak-otp",
                            "keycloak-recovery-authn-codes",
                            "keycloak-webauthn",
                            "keycloak-webauthn-passwordless")),
            Map.entry(SmsGatewayFactory.class, Set.of("vonage-sms", "vonage-messages", "webhook", "inbox")),
            Map.entry(SmsDispatcherFactory.class, Set.of("pool")),
            Map.entry(MailDispatcherFactory.class, Set.of("pool")),
            Map.entry(RealmResourceProviderFactory.class, Set.of("sms-inbox")),
            Map.entry(
                    EventListenerProviderFactory.class,
                    Set.of(
                            "strongroom-policy-watcher",
                            "strongroom-factor-watcher",
                            "strongroom-notices",
                            "strongroom-address-watcher")),
            Map.entry(ValidatorFactory.class, Set.of("two-factor-phone-number")),
            Map.entry(ProtocolMapper.class, Set.of("strongroom-amr-mapper", "strongroom-data-rooms-mapper")),
            Map.entry(CookieProviderFactory.class, Set.of("default")),
            Map.entry(LoginProtocolFactory.class, Set.of("openid-connect", "saml", "docker-v2")),
            Map.entry(OAuth2GrantTypeFactory.class, Set.of("password")));

    @TestFactory
    @DisplayName("have stable ids")
    Stream<DynamicTest> ids() {
        return registered()
                .filter(provider -> !provider.isSpi())
                .map(provider -> DynamicTest.dynamicTest(provider.id() + " is a stable id", () -> {
                    Set<String> ids = STABLE_IDS.get(provider.service());
                    assertNotNull(ids, () -> "no stable ids listed for " + provider.service());
                    assertTrue(ids.contains(provider.id()), () -> provider.id() + " is not one of " + ids);
                }));
    }

    @Test
    @DisplayName("from the first release are still registered")
    void firstReleaseIsComplete() {
        Set<String> ids = registered().map(Registered::id).collect(Collectors.toSet());

        assertTrue(
                ids.containsAll(Set.of(
                        "second-factor",
                        "sms-otp-enrol",
                        "sms-otp-authenticator",
                        "sms-otp",
                        "vonage-sms",
                        "vonage-messages",
                        "webhook",
                        "inbox",
                        "sms-gateway",
                        "sms-dispatcher",
                        "strongroom-notices")),
                ids::toString);
    }

    @Test
    @DisplayName("have unique ids")
    void unique() {
        List<String> ids = registered()
                .map(provider -> provider.service().getName() + " " + provider.id())
                .toList();

        assertEquals(new TreeSet<>(ids).size(), ids.size(), ids::toString);
    }

    @Test
    @DisplayName("implement the service they are registered for")
    void implementTheirService() {
        assertAll(registered().map(provider -> () -> assertInstanceOf(provider.service(), provider.instance())));
    }

    @Test
    @DisplayName("are all registered, because Keycloak ignores an unregistered factory and the rule it enforces")
    void allRegistered() {
        Set<String> classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.strongroom").stream()
                        .filter(type -> type.isAssignableTo(ProviderFactory.class) || type.isAssignableTo(Spi.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                classes,
                registered()
                        .map(provider -> provider.instance().getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    @DisplayName("can't be bypassed by requesting them if they are required actions")
    Stream<DynamicTest> requiredActions() {
        return registered()
                .map(Registered::instance)
                .filter(RequiredActionFactory.class::isInstance)
                .map(RequiredActionFactory.class::cast)
                .map(factory -> DynamicTest.dynamicTest("X1 kc_action=" + factory.getId() + " is not ignored", () -> {
                    RequiredActionProvider action = factory.create(null);
                    assertEquals(InitiatedActionSupport.SUPPORTED, action.initiatedActionSupport());
                    assertFalse(factory.getDisplayText().isBlank());
                }));
    }

    @Test
    @DisplayName("include a public SPI for gateways")
    void spiIsPublic() {
        Spi spi = registered()
                .map(Registered::instance)
                .filter(Spi.class::isInstance)
                .map(Spi.class::cast)
                .filter(candidate -> candidate.getName().equals("sms-gateway"))
                .findFirst()
                .orElseThrow();

        assertFalse(spi.isInternal());
        assertEquals(SmsGateway.class, spi.getProviderClass());
        assertEquals(SmsGatewayFactory.class, spi.getProviderFactoryClass());
    }

    @Test
    @DisplayName("send messages through vonage-sms by default, or the inbox in development")
    void defaultGateway() {
        List<String> byOrder = registered()
                .map(Registered::instance)
                .filter(SmsGatewayFactory.class::isInstance)
                .map(SmsGatewayFactory.class::cast)
                .filter(gateway -> gateway.order() > 0)
                .sorted(Comparator.comparing(SmsGatewayFactory::order).reversed())
                .map(SmsGatewayFactory::getId)
                .toList();

        assertEquals(List.of("inbox", "vonage-sms"), byOrder);
    }

    private record Registered(Class<?> service, Object instance) {
        boolean isSpi() {
            return instance instanceof Spi;
        }

        String id() {
            return instance instanceof Spi spi ? spi.getName() : ((ProviderFactory<?>) instance).getId();
        }
    }

    private static Stream<Registered> registered() {
        try (Stream<Path> files = Files.list(classesDirectory().resolve("META-INF/services"))) {
            return files
                    .filter(ProvidersTest::isProvided)
                    .sorted()
                    .flatMap(ProvidersTest::registered)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Factors are a service of Strongroom's own, not Keycloak providers. */
    private static boolean isProvided(Path file) {
        return !file.endsWith(KnownMethod.class.getName());
    }

    private static Stream<Registered> registered(Path file) {
        try {
            Class<?> service = Class.forName(file.getFileName().toString());
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Registered(service, instance(line.strip())));
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Object instance(String className) {
        try {
            return Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className, e);
        }
    }

    private static Path classesDirectory() {
        try {
            return Path.of(SmsGateway.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
