package io.strongroom.factor.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.context.UserContext;
import io.strongroom.state.MutableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

@DisplayName("X19 The history of an e-mail address")
class AddressHistoryTest {

    private static final EmailAddress OWN = new EmailAddress("joanna@example.com");
    private static final EmailAddress OTHER = new EmailAddress("eve@example.com");

    private final MutableClock clock = new MutableClock();
    private final List<CredentialModel> stored = new ArrayList<>();
    private String address = OWN.value();

    private AddressHistory history() {
        SubjectCredentialManager credentials =
                proxy(SubjectCredentialManager.class, (method, arguments) -> switch (method) {
                    case "getStoredCredentialsByTypeStream" ->
                        stored.stream().filter(model -> arguments[0].equals(model.getType()));
                    case "removeStoredCredentialById" -> stored.removeIf(model -> arguments[0].equals(model.getId()));
                    case "createStoredCredential" -> create((CredentialModel) arguments[0]);
                    default -> throw new UnsupportedOperationException(method);
                });
        UserModel user = proxy(UserModel.class, (method, arguments) -> switch (method) {
            case "credentialManager" -> credentials;
            case "getEmail" -> address;
            default -> throw new UnsupportedOperationException(method);
        });
        return new AddressHistory(new UserContext(null, null, user, clock));
    }

    private CredentialModel create(CredentialModel model) {
        model.setId("id" + clock.millis() + stored.size());
        stored.add(model);
        return model;
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private void addStored(String json) {
        CredentialModel model = new CredentialModel();
        model.setType(AddressHistory.TYPE);
        model.setCreatedDate(clock.millis());
        model.setCredentialData(json);
        create(model);
    }

    @Test
    @DisplayName("is empty at first: a new user can use the address at once")
    void first() {
        assertFalse(history().isRecentlyChanged(OWN));
        history().observe(OWN);

        assertFalse(history().isRecentlyChanged(OWN));
        assertEquals(1, stored.size());
        assertFalse(stored.get(0).getCredentialData().contains("joanna"));
    }

    @Test
    @DisplayName("security 20: a changed address counts as changed for 24 hours")
    void changed() {
        history().observe(OWN);
        address = OTHER.value();
        history().changed();

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertTrue(history().isRecentlyChanged(OTHER));
        clock.advance(Duration.ofSeconds(1));
        assertFalse(history().isRecentlyChanged(OTHER));
    }

    @Test
    @DisplayName("security 20: a change that no event reports counts from the time when it is first noticed")
    void noticed() {
        history().observe(OWN);
        clock.advance(Duration.ofDays(30));

        assertTrue(history().isRecentlyChanged(OTHER));
        history().observe(OTHER);
        clock.advance(Duration.ofHours(23));
        history().observe(OTHER);
        assertTrue(history().isRecentlyChanged(OTHER));
        clock.advance(Duration.ofHours(1));
        assertFalse(history().isRecentlyChanged(OTHER));
    }

    @Test
    @DisplayName("security 20: changing the address back does not end the wait")
    void changedBack() {
        history().observe(OWN);
        history().observe(OTHER);
        clock.advance(Duration.ofHours(12));
        history().observe(OWN);
        clock.advance(Duration.ofHours(13));

        assertTrue(history().isRecentlyChanged(OWN));
    }

    @Test
    @DisplayName("security 20: several or unreadable records are read strictly, and the next change merges them")
    void strict() {
        history().observe(OWN);
        addStored("{\"hash\":\"" + OWN.fingerprint() + "\",\"changedAt\":" + clock.millis() + "}");
        assertTrue(history().isRecentlyChanged(OWN));
        clock.advance(Duration.ofDays(2));
        assertFalse(history().isRecentlyChanged(OWN));

        addStored("no JSON");
        assertTrue(history().isRecentlyChanged(OWN));
        history().observe(OWN);
        assertEquals(1, stored.size());
        assertTrue(history().isRecentlyChanged(OWN));
    }

    @Test
    @DisplayName("remembers the providers that were linked through a mailed link")
    void linked() {
        history().linked("home");
        history().observe(OWN);
        history().changed();

        assertTrue(history().isLinkedByMail("home"));
        assertFalse(history().isLinkedByMail("work"));
    }
}
