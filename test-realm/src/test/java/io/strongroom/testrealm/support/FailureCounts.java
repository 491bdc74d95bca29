package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.io.IOException;
import java.util.List;
import org.keycloak.representations.idm.CredentialRepresentation;

/** The stored counts of a user's consecutive wrong entries, one credential per factor. */
public final class FailureCounts {
    /** The credential type. */
    public static final String TYPE = "two-factor-failures";

    private static final ObjectMapper JSON = new ObjectMapper();

    private FailureCounts() {}

    public static List<CredentialRepresentation> of(TestRealm realm, TestUser user) {
        return realm.credentials(user, TYPE);
    }

    /** Returns the sum over all factors of the user. */
    public static int total(TestRealm realm, TestUser user) throws IOException {
        int sum = 0;
        for (CredentialRepresentation count : of(realm, user)) {
            sum += JSON.readTree(count.getCredentialData()).path("failures").asInt();
        }
        return sum;
    }
}
