package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The policy as a table: every combination that matters, and what the user meets. The table is {@code docs/policy.md}; a change
 * of the code that changes a decision changes the table, or fails here. To write it anew: {@code -Dpolicy.document=write}.
 */
@DisplayName("The policy, as docs/policy.md has it")
class PolicyDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "policy.md");

    private static final String INTRODUCTION = """
            # The policy

            Generated from the code that decides: `PolicyDocumentTest` writes this page, and fails where it is not what the code does.

            1. Each counting data room that enforces, where the user is no administrator, asks for one of its methods. A number set for this
               member of this room is the only one accepted for it; without one, any factor of the user's own; with none, `withoutNumber` decides. Of
               several such rooms one has to be passed; a room the application asks for by name is asked in addition.
            2. The tenant asks, where it requires a second factor, everybody who is not exempt; where it leaves it optional, who holds a role that
               requires one or has set up one of the accepted methods (a room's number is not the user's own).
            3. A clause is closed by a factor of its methods, passed in this login or session and not too long ago; the tenant's also by a remembered
               browser or a trusted identity provider, a room's never. A link to that provider which the user made without a second factor does not
               replace a factor that they have: they pass it once through the link.
            4. Open, with an accepted factor: the user is asked for it. Without: they set one up, after passing another they have; grace lets
               them put off the tenant's.
            5. A backup code does for any factor that the user has.
            6. An administrator who acts as a user is refused where the user would be asked, or let in without the factor where `impersonation` says
               so. What an application asks for by itself and changes of factors are refused in any case.

            Data rooms ask also those whom a role exempts from the tenant's rule.
            """;

    @Test
    @DisplayName("D1 D5 D12 C1 C7 C13 C14 C15 X5 X6 X7 X16 T5 every combination decides as documented")
    void everyCombination() throws IOException {
        PolicyPage page = new PolicyPage(INTRODUCTION);
        TenantSections tenant = new TenantSections(page);
        RoomSections rooms = new RoomSections(page);
        FactorSections factors = new FactorSections(page);
        tenant.tenants();
        rooms.rooms();
        rooms.severalRooms();
        rooms.roomAndTenant();
        tenant.whatCloses();
        factors.unusable();
        factors.unusableInProfile();
        tenant.grace();
        factors.changes();
        new ImpersonationSection(page).impersonation();
        String document = page.text();
        if ("write".equals(System.getProperty("policy.document"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertEquals(Files.readString(DOCUMENT), document);
    }
}
