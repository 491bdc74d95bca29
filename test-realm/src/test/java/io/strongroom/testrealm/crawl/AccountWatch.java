package io.strongroom.testrealm.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.representations.idm.CredentialRepresentation;

/** An account as administrators see it: whether it has a session, and whether anything changed. */
final class AccountWatch {
    private final TestRealm realm;
    private final TestUser user;
    private final boolean hasNewCodes;
    private final Map<String, String> before;

    /** @param hasNewCodes whether the page shows backup codes, which are new each time it is opened */
    AccountWatch(TestRealm realm, TestUser user, boolean hasNewCodes) {
        this.hasNewCodes = hasNewCodes;
        this.realm = realm;
        this.user = user;
        this.before = state();
    }

    Optional<String> session() {
        return realm.sessions(user).isEmpty() ? Optional.empty() : Optional.of("began a session");
    }

    /** Returns the parts of the account that changed. */
    Optional<String> change() {
        Map<String, String> now = state();
        return now.entrySet().stream()
                .filter(part -> !part.getValue().equals(before.get(part.getKey())))
                .map(part -> "changed the account's " + part.getKey() + " from " + before.get(part.getKey()) + " to "
                        + part.getValue())
                .reduce((one, other) -> one + "; " + other);
    }

    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        state.put("profile", get("").toString());
        Stream.of("federated-identity", "consents")
                .forEach(part -> state.put(part, get("/" + part).toString()));
        // Wrong entries are counted.
        state.put(
                "credentials",
                realm.credentials(user).stream()
                        .filter(credential -> !"two-factor-failures".equals(credential.getType()))
                        .map(this::described)
                        .sorted()
                        .toList()
                        .toString());
        return state;
    }

    private String described(CredentialRepresentation credential) {
        return hasNewCodes && "backup-codes".equals(credential.getType())
                ? credential.getType()
                : credential.getType() + " " + credential.getId() + " " + credential.getCreatedDate() + " "
                        + credential.getUserLabel() + " " + credential.getCredentialData();
    }

    private JsonNode get(String rest) {
        JsonNode found = realm.admin().get(realm.path("/users/" + user.id() + rest));
        return found instanceof ObjectNode object ? object.without("access") : found;
    }
}
