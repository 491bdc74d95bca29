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
import io.strongroom.factor.LoginTenant;
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
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** Checks the dependencies described in {@code docs/architecture.md}. */
@DisplayName("The architecture of the extension")
class ArchitectureTest {

    private static final String ROOT = "io.strongroom.";
    private static final Set<String> ATTRIBUTE_METHODS = Set.of(
            "getAttribute",
            "getAttributes",
            "getFirstAttribute",
            "getAttributeStream",
            "setAttribute",
            "setAttributes",
            "setSingleAttribute",
            "removeAttribute");

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.strongroom");
        assertTrue(classes.size() > 50, "imported classes: " + classes.size());
    }

    @ParameterizedTest(name = "{0} does not depend on Keycloak")
    @ValueSource(strings = {"policy", "code", "throttle", "phone", "queue", "metrics", "log"})
    void doesNotDependOnKeycloak(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.keycloak..", "jakarta..")
                .check(classes);
    }

    @ParameterizedTest(name = "{0} depends on no Strongroom package except \"{1}\"")
    @CsvSource({
        "log,''",
        "json,''",
        "policy,''",
        "policy.store,policy",
        "context,policy..",
        "code,state",
        "throttle,state",
        "state,''",
        "phone,''",
        "provider,''",
        "queue,''",
        "metrics,''",
        "gateway..,metrics phone queue provider",
        "factor,code state throttle metrics policy.. context",
        "factor.sentcode,factor code state throttle metrics policy.. context",
        "factor.sms,factor factor.sentcode code state throttle metrics gateway.. phone policy.. factor.sms.attribute provider context",
        "factor.email,factor factor.sentcode factor.link code state throttle metrics mail policy.. context",
        "factor.sms.attribute,factor.link phone policy.. context",
        "factor.link,''",
        "factor.totp,factor code state throttle metrics policy.. context",
        "factor.webauthn,factor throttle policy.. context",
        "factor.backupcode,factor code state throttle metrics policy.. provider context",
        "factor.browser,factor policy.. context",
        "facts,policy.. factor.. context",
        "lockout,policy.. factor.. context",
        "owner,policy.. factor facts context",
        "account,policy.. factor.. facts phone state throttle context",
        "flow,policy.. facts factor.browser provider context",
        "token,policy.. factor facts context",
        "mail,provider queue",
        "notify,policy.. factor.. facts mail phone provider queue state throttle context",
        "exit,policy.. factor factor.backupcode factor.sms facts metrics state context",
        "guard,policy.. factor.. facts lockout flow token provider context"
    })
    void dependsOnlyOn(String name, String allowed) {
        String[] packages =
                ("io.strongroom.x log json " + name + " " + allowed).strip().split(" +");
        for (int i = 1; i < packages.length; i++) {
            packages[i] = ROOT + packages[i];
        }
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages)
                        .or(describe(
                                "not Strongroom's",
                                type -> !type.getPackageName().startsWith("io.strongroom"))))
                .check(classes);
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
                .check(classes);
    }

    @Test
    @DisplayName(
            "X15 decisions don't know for which organization a login is, so it can't change what is asked or cost them SQL")
    void decisionsDoNotKnowLoginTenant() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "facts", ROOT + "guard", ROOT + "exit", ROOT + "flow", ROOT + "token", ROOT + "account")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(LoginTenant.class.getName())
                .orShould()
                .callMethodWhere(describe(
                        "finds the organization of a login",
                        call -> call.getName().equals("organizationOf")))
                .check(classes);
    }

    @Test
    @DisplayName("X1 only policy.store reads or writes attributes of tenants and data rooms")
    void onlyStoreAccessesAttributes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "policy.store")
                .should()
                .accessTargetWhere(
                        describe("an attribute of a realm, group or organization", ArchitectureTest::isAttributeAccess))
                .check(classes);
    }

    @Test
    @DisplayName("the rule above is effective, because policy.store does access attributes of tenants and data rooms")
    void storeAccessesAttributes() {
        assertTrue(classes.stream()
                .filter(type -> type.getPackageName().equals(ROOT + "policy.store"))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .anyMatch(ArchitectureTest::isAttributeAccess));
    }

    @Test
    @DisplayName("packages form no cycle")
    void noCycles() {
        slices().matching("io.strongroom.(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("io.strongroom.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    @DisplayName("every class is in io.strongroom, so the jar does not affect which of Keycloak's providers are used")
    void rootPackage() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importUrl(classesUrl());

        assertTrue(all.size() >= classes.size(), "classes in the jar: " + all.size());
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
                .check(classes);
    }

    @Test
    @DisplayName("policy, code, throttle, state and factor read the time only from an injected clock")
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
                .check(classes);
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
                .check(classes);
    }

    @Test
    @DisplayName("security 30: only package log, which prevents line breaks in entries, writes to a logger")
    void onlyOneLogger() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "log")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jboss.logging..", "org.slf4j..", "org.apache.commons.logging..", "org.apache.logging..")
                .orShould()
                .callMethodWhere(describe(
                        "writes to java.util.logging",
                        call -> call.getTargetOwner().isEquivalentTo(java.util.logging.Logger.class)
                                && !call.getName().equals("getLogger")
                                && !call.getName().equals("setFilter")
                                && !call.getName().equals("setLevel")))
                .check(classes);
    }

    private static URL classesUrl() {
        return SmsGateway.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static boolean isAttributeAccess(JavaAccess<?> access) {
        return ATTRIBUTE_METHODS.contains(access.getName())
                && (access.getTargetOwner().isAssignableTo(RealmModel.class)
                        || access.getTargetOwner().isAssignableTo(GroupModel.class)
                        || access.getTargetOwner().isAssignableTo(OrganizationModel.class));
    }
}
