package io.strongroom.gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.Uncertain;
import io.strongroom.gateway.SmsGateway;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

@DisplayName("A call of a gateway through its circuit breaker")
class BreakerCallTest {

    private static final boolean LAST_GATEWAY = true;
    private static final boolean OTHERS_LEFT = false;

    private final List<String> steps = new ArrayList<>();
    private final Breakers breakers = new Breakers(Clock.systemUTC());
    private boolean realmExists = true;
    private Supplier<SmsGateway> gatewaySource = () -> message -> {
        steps.add("send");
        return new Accepted("id");
    };

    @Test
    @DisplayName("X4 creates the gateway in the tenant's context and a transaction, and sends after both have ended")
    void order() {
        assertEquals(new Accepted("id"), send());

        assertEquals(List.of("begin", "realm", "create", "close", "send"), steps);
    }

    @Test
    @DisplayName("security 27: leaves the result uncertain if the gateway throws an exception")
    void throwing() {
        gatewaySource = () -> message -> {
            throw new IllegalStateException("a bug");
        };

        assertInstanceOf(Uncertain.class, send());
    }

    @Test
    @DisplayName(
            "X4 reports the message as not sent if the gateway can't be created, and the breaker does not count it")
    void notCreated() {
        gatewaySource = () -> {
            throw new IllegalStateException("no database");
        };
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(NotSent.class, send());
        }
        gatewaySource = () -> message -> new Accepted("id");

        assertEquals(new Accepted("id"), send());
    }

    @Test
    @DisplayName("X4 is skipped if the vendor keeps failing and another gateway is left, and made otherwise")
    void skipped() {
        gatewaySource = () -> message -> {
            steps.add("send");
            return new NotSent("HTTP 500");
        };
        for (int i = 0; i < 10; i++) {
            send();
        }
        steps.clear();

        assertEquals(Optional.empty(), call(OTHERS_LEFT));
        assertEquals(List.of(), steps);
        assertEquals(new NotSent("HTTP 500"), send());
    }

    @Test
    @DisplayName("sends nothing for a tenant that was deleted in the meantime")
    void deletedTenant() {
        realmExists = false;

        assertInstanceOf(NotSent.class, send());
        assertEquals(List.of("begin", "close"), steps);
    }

    private SendResult send() {
        return call(LAST_GATEWAY).orElseThrow();
    }

    private Optional<SendResult> call(boolean lastGateway) {
        return new BreakerCall(sessions(), breakers).send(Orders.by("vendor"), "vendor", lastGateway);
    }

    private KeycloakSessionFactory sessions() {
        KeycloakTransactionManager transactions =
                Request.fake(KeycloakTransactionManager.class, (self, method, args) -> {
                    if (method.getName().equals("begin")) {
                        steps.add("begin");
                    }
                    return null;
                });
        RealmModel realm = Request.fake(RealmModel.class, (self, method, args) -> Orders.REALM);
        RealmProvider realms = Request.fake(
                RealmProvider.class,
                (self, method, args) -> Orders.REALM.equals(args[0]) && realmExists ? realm : null);
        KeycloakContext context = Request.fake(KeycloakContext.class, (self, method, args) -> {
            if (method.getName().equals("setRealm")) {
                steps.add("realm");
            }
            return null;
        });
        KeycloakSession session =
                Request.fake(KeycloakSession.class, (self, method, args) -> switch (method.getName()) {
                    case "getTransactionManager" -> transactions;
                    case "realms" -> realms;
                    case "getContext" -> context;
                    case "getProvider" -> {
                        steps.add("create");
                        yield gatewaySource.get();
                    }
                    case "close" -> {
                        steps.add("close");
                        yield null;
                    }
                    default -> null;
                });
        return Request.fake(
                KeycloakSessionFactory.class,
                (self, method, args) -> method.getName().equals("create") ? session : null);
    }
}
