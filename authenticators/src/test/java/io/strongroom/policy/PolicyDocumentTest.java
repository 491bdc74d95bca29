package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Compares {@code docs/policy.md} with the decisions of the code, for every relevant combination. A code change that changes a
 * decision fails here until the page is regenerated with {@code -Dpolicy.document=write}.
 */
@DisplayName("The policy of docs/policy.md")
class PolicyDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "policy.md");

    private static final String INTRODUCTION = """
            # The policy

            This page lists who is asked for a second factor, and when. `PolicyDocumentTest` generates it from the code that makes the
            decisions, and fails if the two differ.
            """;

    private static final String RULES = """
            1. **Data rooms.** A data room that enforces asks its members, but not its administrators. It accepts factors of its `methods`. If an
               administrator set a number for this member in this room, the room accepts only that number; otherwise it accepts any factor the
               user set up. If the member has no accepted factor, `withoutNumber` decides. If several data rooms enforce, passing one of them is
               enough. A room that the application asks for by name has to be passed in addition. Data rooms also ask users who are exempt from
               the tenant's rule.
            2. **The tenant.** With `enforcement=required`, the tenant asks every user without an exempt role. With `enforcement=optional`, it
               asks only those who have a required role or set up a factor themselves. A number that an administrator set for a data room
               is not such a factor.
            3. **When a rule is met.** A rule is met if the user passed an accepted factor in this login or session, less than
               `maxAgeMinutes` ago (0 = at any time). A remembered browser or a trusted identity provider also meets the tenant's rule, but
               never a data room's.
               If the user linked the account to the provider without a second factor, and has a factor, the link meets the rule only after the
               user passed a factor once through it.
            4. **When a rule is not met.** A user with an accepted factor is asked for it. Other users set up a factor; if they already have
               one that is not accepted, they pass it first. During the grace period they can postpone the set-up that the tenant requires.
               If the user's only factor is a number that can't be read, they are refused until an administrator fixes it.
            5. **Backup codes.** A backup code, or one of Keycloak's recovery codes, counts as any factor that the user has. It does not
               where only passkeys and security keys are accepted.
            6. **Applications.** An application can ask for a second factor (`acr` 2), or for one that resists phishing (`acr` 3). A remembered browser or an identity provider does not
               meet this request, and set-up can't be postponed.
            7. **Changes of factors.** A user with a factor passes one before setting up or removing any. With `selfService=false`, only
               set-ups that an administrator or a flow asks for are allowed.
            8. **Impersonation.** An administrator who acts as a user is refused if the user would be asked. With `impersonation=allow` the
               administrator enters without the factor. Factors or rooms that an application asks for, and changes of factors, are always refused.
            9. **Strength.** The order is e-mail, text message, app, security key, passkey. Each rule accepts only the methods that it names.
               `roleMethods` replaces the tenant's methods for holders of a role. A passkey also counts as a security key; without user
               verification it counts only as one, and only beside a password or an identity provider. A remembered browser never replaces a
               key. With `selfService=false`, users with only a weaker factor can't set up the key that their role needs.
            10. **Organizations.** A policy of an organization applies to its members, in addition to the tenant's. Of all policies that
                are not off and don't exempt the user, the strictest reading of each setting applies: what all of them accept (or, if
                they have nothing in common, the list whose weakest method is the strongest), the earlier end of grace, the shorter
                `maxAgeMinutes`, the providers that all of them trust. There is one question, not one for each policy.
                A passed factor never counts longer than the tenant's `maxAgeMinutes`, which data rooms and applications rely on.
            """;

    @Test
    @DisplayName("D1 D5 D12 C1 C7 C13 C14 C15 X5 X6 X7 X16 T5 decides every combination as documented")
    void everyCombination() throws IOException {
        String document = document();
        if ("write".equals(System.getProperty("policy.document"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertEquals(Files.readString(DOCUMENT), document);
    }

    private static String document() {
        PolicyPage page = new PolicyPage(INTRODUCTION);
        new ExampleSection(page).example();
        page.heading("The rules");
        page.paragraphs(RULES);
        TenantSections tenant = new TenantSections(page);
        RoomSections rooms = new RoomSections(page);
        FactorSections factors = new FactorSections(page);
        tenant.meetingTheRule();
        tenant.grace();
        rooms.severalRooms();
        rooms.roomAndTenant();
        factors.unusable();
        factors.unusableInProfile();
        factors.changes();
        new StrengthSection(page).strength();
        new ImpersonationSection(page).impersonation();
        new OrganizationSection(page).organizations();
        tenant.tenants();
        rooms.rooms();
        return page.text();
    }
}
