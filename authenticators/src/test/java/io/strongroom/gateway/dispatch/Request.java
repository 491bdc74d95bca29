package io.strongroom.gateway.dispatch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;

/** A fake of Keycloak's transaction at the end of a request. */
final class Request {

    private final List<KeycloakTransaction> afterCompletion = new ArrayList<>();

    KeycloakSession session() {
        KeycloakTransactionManager transactions = fake(KeycloakTransactionManager.class, (self, method, args) -> {
            if (method.getName().equals("enlistAfterCompletion")) {
                afterCompletion.add((KeycloakTransaction) args[0]);
                return null;
            }
            throw new UnsupportedOperationException(method.getName());
        });
        return fake(KeycloakSession.class, (self, method, args) -> {
            if (method.getName().equals("getTransactionManager")) {
                return transactions;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    void commit() {
        afterCompletion.forEach(KeycloakTransaction::begin);
        afterCompletion.forEach(KeycloakTransaction::commit);
    }

    void rollback() {
        afterCompletion.forEach(KeycloakTransaction::begin);
        afterCompletion.forEach(KeycloakTransaction::rollback);
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
