package io.strongroom.gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.phone.PhoneNumber;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;

@DisplayName("Dispatch of messages")
class PooledSmsDispatcherTest {

    private final List<KeycloakTransaction> afterCompletion = new ArrayList<>();
    private final List<Runnable> handedOver = new ArrayList<>();

    @Test
    @DisplayName("X4 a message is handed over once the request has committed, not before")
    void afterCommit() {
        assertTrue(dispatcher(new Semaphore(1), handedOver::add).dispatch(order()));
        assertEquals(0, handedOver.size());

        complete().commit();

        assertEquals(1, handedOver.size());
    }

    @Test
    @DisplayName("X4 a request that is rolled back sends nothing, and gives its place back")
    void rollback() {
        Semaphore room = new Semaphore(1);
        dispatcher(room, handedOver::add).dispatch(order());
        assertEquals(0, room.availablePermits());

        complete().rollback();

        assertEquals(0, handedOver.size());
        assertEquals(1, room.availablePermits());
    }

    @Test
    @DisplayName("X4 a full queue says so at once, and takes nothing")
    void full() {
        PooledSmsDispatcher dispatcher = dispatcher(new Semaphore(2), handedOver::add);

        assertTrue(dispatcher.dispatch(order()));
        assertTrue(dispatcher.dispatch(order()));
        assertFalse(dispatcher.dispatch(order()));
        assertEquals(2, afterCompletion.size());
    }

    @Test
    @DisplayName("X4 a pool that stops costs no login, and the place is given back")
    void stopping() {
        Semaphore room = new Semaphore(1);
        dispatcher(room, work -> {
                    throw new RejectedExecutionException("stopping");
                })
                .dispatch(order());

        complete().commit();

        assertEquals(1, room.availablePermits());
    }

    private KeycloakTransaction complete() {
        assertEquals(1, afterCompletion.size());
        KeycloakTransaction transaction = afterCompletion.get(0);
        transaction.begin();
        return transaction;
    }

    private PooledSmsDispatcher dispatcher(Semaphore room, Executor pool) {
        KeycloakTransactionManager transactions = fake(KeycloakTransactionManager.class, (self, method, args) -> {
            if (method.getName().equals("enlistAfterCompletion")) {
                afterCompletion.add((KeycloakTransaction) args[0]);
                return null;
            }
            throw new UnsupportedOperationException(method.getName());
        });
        KeycloakSession session = fake(KeycloakSession.class, (self, method, args) -> {
            if (method.getName().equals("getTransactionManager")) {
                return transactions;
            }
            throw new UnsupportedOperationException(method.getName());
        });
        return new PooledSmsDispatcher(session, null, pool, room);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static SmsOrder order() {
        return new SmsOrder(
                new SmsMessage("acme", new PhoneNumber("+46701740605"), "Acme", "text"), null, (session, result) -> {});
    }
}
