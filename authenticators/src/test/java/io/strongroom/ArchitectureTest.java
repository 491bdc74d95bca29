package io.strongroom;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.strongroom.gateway.SmsGateway;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** The arrows of {@code docs/architecture.md}. */
@DisplayName("Architecture")
class ArchitectureTest {

    private static final String ROOT = "io.strongroom.";
    private static final Set<String> ATTRIBUTE_METHODS = Set.of(
            "getAttribute",
            "getAttributes",
            "getFirstAttribute",
            "getAttributeStream",
            "setAttribute",
            "setSingleAttribute",
            "removeAttribute");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.strongroom");
        assertTrue(ours.size() > 50, "classes read: " + ours.size());
    }

    @ParameterizedTest(name = "{0} knows no Keycloak class")
    @ValueSource(strings = {"policy", "code", "throttle", "phone", "queue", "metrics", "log"})
    void knowsNoKeycloak(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.keycloak..", "jakarta..")
                .check(ours);
    }

    @ParameterizedTest(name = "{0} uses of ours nothing but \"{1}\"")
    @CsvSource({
        "log,''",
        "policy,''",
        "policy.store,policy",
        "code,state",
        "throttle,state",
        "state,''",
        "phone,''",
        "provider,''",
        "queue,''",
        "metrics,''",
        "gateway..,metrics phone queue provider",
        "factor,code state throttle metrics policy..",
        "factor.sms,factor code state throttle metrics gateway.. phone policy.. factor.sms.attribute provider",
        "factor.sms.attribute,factor.sms factor.link phone policy..",
        "factor.link,''",
        "factor.totp,factor code state throttle metrics policy..",
        "factor.backupcode,factor code state throttle metrics policy.. provider",
        "factor.browser,factor factor.sms phone policy..",
        "facts,policy.. factor..",
        "lockout,policy.. factor..",
        "owner,policy.. facts",
        "account,policy.. factor.. facts phone throttle",
        "flow,policy.. facts factor.browser provider",
        "token,policy.. factor facts",
        "notify,policy.. factor.. facts phone provider queue state throttle",
        "exit,policy.. factor factor.backupcode factor.sms facts metrics state",
        "guard,policy.. factor.. facts lockout flow token provider"
    })
    void uses(String name, String allowed) {
        String[] packages =
                ("io.strongroom.x log " + name + " " + allowed).strip().split(" +");
        for (int i = 1; i < packages.length; i++) {
            packages[i] = ROOT + packages[i];
        }
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages)
                        .or(describe("foreign", type -> !type.getPackageName().startsWith("io.strongroom"))))
                .check(ours);
    }

    @Test
    @DisplayName("only factor.sms sends messages")
    void onlySmsUsesGateways() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.strongroom.gateway..", "io.strongroom.factor.sms")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.strongroom.gateway..")
                .check(ours);
    }

    @Test
    @DisplayName("X1 only policy.store reads or writes attributes of tenants and data rooms")
    void onlyTheStoreReadsAttributes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "policy.store")
                .should()
                .accessTargetWhere(describe("an attribute of a realm or group", ArchitectureTest::isOfAttribute))
                .check(ours);
    }

    @Test
    @DisplayName("the attributes of tenants and data rooms are read at all, so the rule above means something")
    void theStoreReadsAttributes() {
        assertTrue(ours.stream()
                .filter(type -> type.getPackageName().equals(ROOT + "policy.store"))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .anyMatch(ArchitectureTest::isOfAttribute));
    }

    @Test
    @DisplayName("packages form no cycle")
    void noCycles() {
        slices().matching("io.strongroom.(*)..").should().beFreeOfCycles().check(ours);
        slices().matching("io.strongroom.(**)").should().beFreeOfCycles().check(ours);
    }

    @Test
    @DisplayName("every class is below io.strongroom, so none decides which of Keycloak's providers wins")
    void rootPackage() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importUrl(ourJar());

        assertTrue(all.size() >= ours.size(), "classes in the jar: " + all.size());
        classes().should().resideInAPackage("io.strongroom..").check(all);
    }

    @Test
    @DisplayName("providers and factories are final")
    void finalProviders() {
        classes()
                .that()
                .areAssignableTo(Provider.class)
                .or()
                .areAssignableTo(ProviderFactory.class)
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ours);
    }

    @Test
    @DisplayName("pure parts ask their clock for the time, not the system's")
    void injectedClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "policy", ROOT + "code", ROOT + "throttle", ROOT + "state", "io.strongroom.factor..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(ours);
    }

    @Test
    @DisplayName("nothing is written to the console")
    void noConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(ours);
    }

    @Test
    @DisplayName("security 30: only the log that keeps everything in its line is written to")
    void oneLog() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "log")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jboss.logging..", "org.slf4j..", "org.apache.commons.logging..", "org.apache.logging..")
                .orShould()
                .callMethodWhere(describe(
                        "a line of java.util.logging",
                        call -> call.getTargetOwner().isEquivalentTo(java.util.logging.Logger.class)
                                && !call.getName().equals("getLogger")
                                && !call.getName().equals("setFilter")
                                && !call.getName().equals("setLevel")))
                .check(ours);
    }

    private static URL ourJar() {
        return SmsGateway.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static boolean isOfAttribute(JavaAccess<?> access) {
        return ATTRIBUTE_METHODS.contains(access.getName())
                && (access.getTargetOwner().isAssignableTo(RealmModel.class)
                        || access.getTargetOwner().isAssignableTo(GroupModel.class));
    }
}
