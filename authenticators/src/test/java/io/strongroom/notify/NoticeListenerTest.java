package io.strongroom.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.notify.NewRule.Owner;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

@DisplayName("The listener for notices")
class NoticeListenerTest {

    private final List<KeycloakTransaction> afterCompletion = new ArrayList<>();
    private final List<RecipientContext> recipients = new ArrayList<>();
    private final List<NewRule> rules = new ArrayList<>();
    private final NoticeListener listener = new NoticeListener(
            session(), (notice, recipient) -> recipients.add(recipient), (rule, recipient) -> rules.add(rule));

    private static Event added() {
        Event event = new Event();
        event.setType(EventType.UPDATE_CREDENTIAL);
        event.setRealmId("realm");
        event.setUserId("user");
        event.setDetails(Map.of("credential_type", "otp"));
        return event;
    }

    @Test
    @DisplayName("X10 notifies after the commit, not before")
    void afterCommit() {
        listener.onEvent(added());
        assertEquals(List.of(), recipients);

        complete().commit();

        assertEquals(List.of(new RecipientContext(Locale.GERMAN, URI.create("https://login.test/"), null)), recipients);
    }

    @Test
    @DisplayName("X10 does not notify if the request is rolled back")
    void rollback() {
        listener.onEvent(added());

        complete().rollback();

        assertEquals(List.of(), recipients);
    }

    @Test
    @DisplayName("does not use an administrator's language for the user")
    void administratorsLanguage() {
        AdminEvent event = new AdminEvent();
        event.setOperationType(OperationType.ACTION);
        event.setResourcePath("users/user/credentials/c1");
        event.setDetails(Map.of("credential_type", "otp"));
        listener.onEvent(event, false);

        complete().commit();

        assertEquals(List.of(new RecipientContext(null, URI.create("https://login.test/"), null)), recipients);
    }

    @Test
    @DisplayName("X10 notifies members of a data room only when its rule is switched on, after the commit")
    void room() {
        AdminEvent event = new AdminEvent();
        event.setRealmId("realm");
        event.setTime(1_700_000_000_000L);
        event.setOperationType(OperationType.UPDATE);
        event.setResourcePath("two-factor/data-rooms/falcon");
        listener.onEvent(event, false);
        event.setDetails(Map.of("enforced_data_room", "falcon"));
        listener.onEvent(event, false);
        assertEquals(List.of(), rules);

        complete().commit();

        assertEquals(
                List.of(new NewRule(Owner.DATA_ROOM, "realm", "falcon", Instant.ofEpochMilli(1_700_000_000_000L))),
                rules);
        assertEquals(List.of(), recipients);
    }

    @Test
    @DisplayName("X15 X10 notifies members of an organization when it requires a factor, after the commit")
    void organization() {
        AdminEvent event = new AdminEvent();
        event.setRealmId("realm");
        event.setTime(1_700_000_000_000L);
        event.setOperationType(OperationType.UPDATE);
        event.setResourcePath("two-factor/organizations/acme/policy");
        event.setDetails(Map.of("organization_requires", "acme"));
        listener.onEvent(event, false);
        assertEquals(List.of(), rules);

        complete().commit();

        assertEquals(
                List.of(new NewRule(Owner.ORGANIZATION, "realm", "acme", Instant.ofEpochMilli(1_700_000_000_000L))),
                rules);
    }

    @Test
    @DisplayName("ignores other events")
    void others() {
        Event event = added();
        event.setType(EventType.LOGIN);
        listener.onEvent(event);

        assertEquals(List.of(), afterCompletion);
    }

    private KeycloakTransaction complete() {
        assertEquals(1, afterCompletion.size());
        KeycloakTransaction transaction = afterCompletion.get(0);
        transaction.begin();
        return transaction;
    }

    private KeycloakSession session() {
        KeycloakTransactionManager transactions =
                proxy(KeycloakTransactionManager.class, (proxy, method, arguments) -> {
                    assertEquals("enlistAfterCompletion", method.getName());
                    afterCompletion.add((KeycloakTransaction) arguments[0]);
                    return null;
                });
        HostnameProvider host =
                proxy(HostnameProvider.class, (proxy, method, arguments) -> URI.create("https://login.test/"));
        KeycloakSession forUri = proxy(KeycloakSession.class, (proxy, method, arguments) -> host);
        KeycloakUriInfo uri = new KeycloakUriInfo(forUri, UrlType.FRONTEND, null);
        KeycloakContext context = proxy(
                KeycloakContext.class,
                (proxy, method, arguments) -> method.getName().equals("getUri") ? uri : Locale.GERMAN);
        return proxy(
                KeycloakSession.class,
                (proxy, method, arguments) -> method.getName().equals("getContext") ? context : transactions);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
