package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.phone.PhoneNumber;

/** Creates orders of one tenant, with a listener that does nothing. */
final class Orders {

    static final String REALM = "realm-id";

    private Orders() {}

    static SmsOrder byDefault() {
        return by(null, null);
    }

    static SmsOrder by(String gateway) {
        return by(gateway, null);
    }

    static SmsOrder by(String gateway, String fallback) {
        return new SmsOrder(
                REALM,
                new SmsMessage("acme", new PhoneNumber("+46701740605"), "Acme", "text"),
                gateway,
                fallback,
                (session, attempts) -> {});
    }
}
