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

@DisplayName("The call of a gateway")
class BreakerCallTest {

    private final List<String> happened = new ArrayList<>();
    private final Breakers breakers = new Breakers(Clock.systemUTC());
    private boolean realmExists = true;
    private Supplier<SmsGateway> made = () -> message -> {
        happened.add("send");
        return new Accepted("id");
    };

    @Test
    @DisplayName("X4 the gateway is made within the tenant's context and a transaction, and sends when both are over")
    void order() {
        assertEquals(new Accepted("id"), send());

        assertEquals(List.of("begin", "realm", "create", "close", "send"), happened);
    }

    @Test
    @DisplayName("security 27: a gateway that throws may have sent")
    void throwing() {
        made = () -> message -> {
            throw new IllegalStateException("a bug");
        };

        assertInstanceOf(Uncertain.class, send());
    }

    @Test
    @DisplayName("X4 a gateway that cannot be made has not sent, and says nothing about the vendor")
    void cannotBeMade() {
        made = () -> {
            throw new IllegalStateException("no database");
        };
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(NotSent.class, send());
        }
        made = () -> message -> new Accepted("id");

        assertEquals(new Accepted("id"), send());
    }

    @Test
    @DisplayName("X4 a vendor that keeps failing is passed by where there is another, and called where there is none")
    void skipped() {
        made = () -> message -> {
            happened.add("send");
            return new NotSent("HTTP 500");
        };
        for (int i = 0; i < 10; i++) {
            send();
        }
        happened.clear();

        assertEquals(Optional.empty(), call(false));
        assertEquals(List.of(), happened);
        assertEquals(new NotSent("HTTP 500"), send());
    }

    @Test
    @DisplayName("a tenant that was deleted meanwhile is sent nothing")
    void tenantIsGone() {
        realmExists = false;

        assertInstanceOf(NotSent.class, send());
        assertEquals(List.of("begin", "close"), happened);
    }

    private SendResult send() {
        return call(true).orElseThrow();
    }

    private Optional<SendResult> call(boolean lastGateway) {
        return new BreakerCall(sessions(), breakers).send(Orders.by("vendor", null), "vendor", lastGateway);
    }

    private KeycloakSessionFactory sessions() {
        KeycloakTransactionManager transactions =
                Request.fake(KeycloakTransactionManager.class, (self, method, args) -> {
                    if (method.getName().equals("begin")) {
                        happened.add("begin");
                    }
                    return null;
                });
        RealmModel realm = Request.fake(RealmModel.class, (self, method, args) -> Orders.REALM);
        RealmProvider realms = Request.fake(
                RealmProvider.class,
                (self, method, args) -> Orders.REALM.equals(args[0]) && realmExists ? realm : null);
        KeycloakContext context = Request.fake(KeycloakContext.class, (self, method, args) -> {
            if (method.getName().equals("setRealm")) {
                happened.add("realm");
            }
            return null;
        });
        KeycloakSession session =
                Request.fake(KeycloakSession.class, (self, method, args) -> switch (method.getName()) {
                    case "getTransactionManager" -> transactions;
                    case "realms" -> realms;
                    case "getContext" -> context;
                    case "getProvider" -> {
                        happened.add("create");
                        yield made.get();
                    }
                    case "close" -> {
                        happened.add("close");
                        yield null;
                    }
                    default -> null;
                });
        return Request.fake(
                KeycloakSessionFactory.class,
                (self, method, args) -> method.getName().equals("create") ? session : null);
    }
}
