package io.strongroom.admin.ownaccount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.admin.ownaccount.OwnFactorState.Stored;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The changes that administrators must not make to themselves")
class OwnFactorStateTest {

    private static final Method PASSKEY = Method.ofWord("passkey").orElseThrow();
    private static final Set<Method> PASSKEY_OR_APP = Set.of(PASSKEY, Method.TOTP);

    private static final Memberships NO_ORGANIZATION = new Memberships(Set.of(), Set.of(), Set.of(), Set.of());

    private static final OwnFactorState PLAIN = new OwnFactorState(
            false,
            false,
            false,
            PASSKEY_OR_APP,
            Map.of("1", stored("sms-otp")),
            List.of("+46701740605"),
            Map.of(),
            Set.of(),
            NO_ORGANIZATION);

    private static Stored stored(String type) {
        return new Stored(type, "content");
    }

    private static final OwnFactorState EXEMPT = withRoles(true, false);
    private static final OwnFactorState REQUIRED = withRoles(false, true);
    private static final OwnFactorState EXEMPT_AND_REQUIRED = withRoles(true, true);

    private static OwnFactorState withRoles(boolean exempt, boolean required) {
        return new OwnFactorState(
                exempt,
                required,
                false,
                PASSKEY_OR_APP,
                PLAIN.credentials(),
                PLAIN.numbers(),
                PLAIN.administered(),
                PLAIN.links(),
                NO_ORGANIZATION);
    }

    private static OwnFactorState administering(Map<String, Boolean> rooms) {
        return new OwnFactorState(
                false,
                false,
                false,
                PASSKEY_OR_APP,
                PLAIN.credentials(),
                PLAIN.numbers(),
                rooms,
                PLAIN.links(),
                NO_ORGANIZATION);
    }

    private static OwnFactorState linked(String... links) {
        return new OwnFactorState(
                false,
                false,
                false,
                PASSKEY_OR_APP,
                PLAIN.credentials(),
                PLAIN.numbers(),
                PLAIN.administered(),
                Set.of(links),
                NO_ORGANIZATION);
    }

    private static OwnFactorState having(Map<String, Stored> credentials, String... numbers) {
        return new OwnFactorState(
                false,
                false,
                false,
                PASSKEY_OR_APP,
                credentials,
                List.of(numbers),
                PLAIN.administered(),
                PLAIN.links(),
                NO_ORGANIZATION);
    }

    @Test
    @DisplayName("O1 include becoming exempt and losing the requirement, but not the opposite")
    void roles() {
        assertTrue(EXEMPT.isEasierThan(PLAIN));
        assertTrue(PLAIN.isEasierThan(REQUIRED));
        assertFalse(PLAIN.isEasierThan(EXEMPT));
        assertFalse(REQUIRED.isEasierThan(PLAIN));
        assertFalse(EXEMPT_AND_REQUIRED.isEasierThan(EXEMPT_AND_REQUIRED));
    }

    private static OwnFactorState memberOf(Set<String> all, String... asking) {
        return new OwnFactorState(
                false,
                false,
                false,
                PASSKEY_OR_APP,
                PLAIN.credentials(),
                PLAIN.numbers(),
                PLAIN.administered(),
                PLAIN.links(),
                new Memberships(all, Set.of(asking), Set.of(), Set.of()));
    }

    private static Memberships acme(Set<String> exemptFrom, Set<String> requiredBy) {
        return new Memberships(Set.of("acme"), Set.of("acme"), exemptFrom, requiredBy);
    }

    @Test
    @DisplayName("X15 O1 include becoming exempt from an organization's policy, and losing a role that it names")
    void rolesOfOrganizations() {
        Memberships asked = acme(Set.of(), Set.of());

        assertTrue(acme(Set.of("acme"), Set.of()).areEasierThan(asked));
        assertTrue(asked.areEasierThan(acme(Set.of(), Set.of("acme"))));
        assertFalse(asked.areEasierThan(acme(Set.of("acme"), Set.of())));
        assertFalse(acme(Set.of(), Set.of("acme")).areEasierThan(asked));
    }

    @Test
    @DisplayName(
            "X15 O1 include leaving an organization whose policy is on, but not one whose policy is off, nor a change of policy")
    void organizations() {
        OwnFactorState member = memberOf(Set.of("acme", "globex"), "acme");

        assertTrue(memberOf(Set.of("globex")).isEasierThan(member));
        assertFalse(memberOf(Set.of("acme"), "acme").isEasierThan(member));
        assertFalse(memberOf(Set.of("acme", "globex")).isEasierThan(member));
        assertFalse(member.isEasierThan(PLAIN));
    }

    private static OwnFactorState heldTo(boolean held, Method... accepted) {
        return new OwnFactorState(
                false,
                false,
                held,
                Set.of(accepted),
                PLAIN.credentials(),
                PLAIN.numbers(),
                PLAIN.administered(),
                PLAIN.links(),
                NO_ORGANIZATION);
    }

    @Test
    @DisplayName(
            "X17 O1 include losing a role that holds to special methods, and getting one that accepts a weaker method")
    void methods() {
        assertTrue(PLAIN.isEasierThan(heldTo(true, PASSKEY)));
        assertTrue(heldTo(false, PASSKEY).isEasierThan(heldTo(true, PASSKEY)));
        assertTrue(heldTo(true, PASSKEY, Method.TOTP).isEasierThan(heldTo(true, PASSKEY)));
        assertTrue(heldTo(true, Method.SMS).isEasierThan(PLAIN));
        assertFalse(heldTo(true, PASSKEY).isEasierThan(PLAIN));
        assertFalse(heldTo(true, PASSKEY).isEasierThan(heldTo(true, PASSKEY, Method.TOTP)));
    }

    @Test
    @DisplayName("O1 include every change of factors and of numbers in the profile")
    void factors() {
        assertTrue(having(Map.of(), "+46701740605").isEasierThan(PLAIN));
        assertTrue(having(Map.of("1", stored("sms-otp"), "2", stored("otp")), "+46701740605")
                .isEasierThan(PLAIN));
        assertTrue(having(Map.of("1", stored("other")), "+46701740605").isEasierThan(PLAIN));
        assertTrue(having(PLAIN.credentials()).isEasierThan(PLAIN));
        assertTrue(having(PLAIN.credentials(), "+46701740606").isEasierThan(PLAIN));
        assertFalse(having(PLAIN.credentials(), "+46701740605").isEasierThan(PLAIN));
    }

    @ParameterizedTest(name = "O1 {0}: adding is refused {1}, changing {2}, removing {3}")
    @CsvSource({
        "two-factor-failures, false, true, true",
        "two-factor-grace,    false, true, true",
        "remembered-browser,  true,  true, false",
        "two-factor-unproven-link, true, true, true"
    })
    void bookkeeping(String type, boolean adds, boolean changes, boolean removes) {
        Stored number = stored("sms-otp");
        OwnFactorState without = having(Map.of("1", number));
        OwnFactorState with = having(Map.of("1", number, "2", stored(type)));
        OwnFactorState changed = having(Map.of("1", number, "2", new Stored(type, "other")));

        assertEquals(adds, with.isEasierThan(without));
        assertEquals(changes, changed.isEasierThan(with));
        assertEquals(removes, without.isEasierThan(with));
    }

    @Test
    @DisplayName("O1 include becoming administrator of an enforcing data room, but not enforcing the rule of one's own "
            + "room")
    void rooms() {
        assertTrue(administering(Map.of("falcon", true)).isEasierThan(PLAIN));
        assertFalse(administering(Map.of("falcon", false)).isEasierThan(PLAIN));
        assertFalse(administering(Map.of("falcon", true)).isEasierThan(administering(Map.of("falcon", false))));
        assertFalse(PLAIN.isEasierThan(administering(Map.of("falcon", true))));
    }

    @Test
    @DisplayName("O1 include adding a link to a trusted provider, but not removing one")
    void links() {
        assertTrue(linked("idp\nsomebody").isEasierThan(PLAIN));
        assertTrue(linked("idp\nother").isEasierThan(linked("idp\nsomebody")));
        assertFalse(PLAIN.isEasierThan(linked("idp\nsomebody")));
    }

    @Test
    @DisplayName("security 30: appear in no log")
    void secrecy() {
        assertFalse(PLAIN.toString().contains("46701740605"));
    }
}
