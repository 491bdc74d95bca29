package io.strongroom.admin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.GroupModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/** Checks the dependencies within the admin API that {@code docs/architecture.md} allows. */
@DisplayName("The architecture of the admin API")
class AdminArchitectureTest {

    private static final String ROOT = "io.strongroom.admin.";
    private static final Set<String> ATTRIBUTE_METHODS = Set.of(
            "getAttribute",
            "getAttributes",
            "getFirstAttribute",
            "getAttributeStream",
            "setAttribute",
            "setAttributes",
            "setSingleAttribute",
            "removeAttribute");
    private static final Set<String> WRITES = Set.of("persist", "merge", "remove", "createNativeQuery");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.strongroom.admin");
        assertTrue(ours.size() > 40, "classes read: " + ours.size());
    }

    @ParameterizedTest(name = "package {0} uses only \"{1}\" of the admin API")
    @CsvSource({
        "request,''",
        "query,request",
        "ownaccount,request",
        "policy,request query",
        "user,request query",
        "room,request query user",
        "report,request query user",
        "sms,request",
        "health,request query",
        "organization,request query policy user room report sms health",
        "uninstall,request"
    })
    void uses(String name, String allowed) {
        String[] packages = (name + " " + allowed).strip().split(" +");
        for (int i = 0; i < packages.length; i++) {
            packages[i] = ROOT + packages[i];
        }
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages)
                        .or(describe("external", type -> !type.getPackageName().startsWith("io.strongroom.admin"))))
                .check(ours);
    }

    @Test
    @DisplayName("packages form no cycle")
    void noCycles() {
        slices().matching("io.strongroom.(**)").should().beFreeOfCycles().check(ours);
    }

    @Test
    @DisplayName("only policy.store reads and writes attributes of tenants and data rooms")
    void noAttributes() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "an attribute of a realm, group or organization", AdminArchitectureTest::isOfAttribute))
                .check(ours);
    }

    @Test
    @DisplayName("everything is written through models, so that caches stay consistent")
    void noWritesPastModels() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "a write of an entity manager",
                        access -> access.getTargetOwner().isAssignableTo(EntityManager.class)
                                && WRITES.contains(access.getName())))
                .check(ours);
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "an update by query", access -> access.getName().equals("executeUpdate")))
                .check(ours);
    }

    private static boolean isOfAttribute(JavaAccess<?> access) {
        return ATTRIBUTE_METHODS.contains(access.getName())
                && (access.getTargetOwner().isAssignableTo(RealmModel.class)
                        || access.getTargetOwner().isAssignableTo(GroupModel.class)
                        || access.getTargetOwner().isAssignableTo(OrganizationModel.class));
    }
}
