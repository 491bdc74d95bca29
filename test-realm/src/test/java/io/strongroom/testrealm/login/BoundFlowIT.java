package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.BoundAtStart;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A realm whose browser flow is Strongroom's own when the server starts")
class BoundFlowIT {
    private static final String GUARD = "second-factor";
    private static final Vonage VONAGE = Harness.vonage();

    private final TestRealm realm = BoundAtStart.realm();

    private void signsInWithOneCode(String name) {
        String number = PhoneNumbers.next();
        TestUser user = realm.addUser(name, spec -> spec.number(number));
        realm.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("X13 does not prevent the server from starting and keeps the flow while it is in use")
    void survives() {
        assertFalse(realm.requiredActions().contains(GUARD));
        signsInWithOneCode("before");

        realm.setAttribute("twoFactor.enforcement", "required");
        assertTrue(realm.requiredActions().contains(GUARD));
        signsInWithOneCode("under-policy");

        realm.setAttribute("twoFactor.enforcement", "off");
        assertFalse(realm.requiredActions().contains(GUARD));
        signsInWithOneCode("after");
        assertTrue(realm.admin()
                .get(realm.path("/authentication/flows"))
                .findValuesAsText("alias")
                .contains(BoundAtStart.FLOW));
    }
}
