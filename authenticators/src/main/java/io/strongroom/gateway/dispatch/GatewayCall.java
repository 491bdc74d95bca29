package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import java.util.Optional;

/** Gives a message to a gateway. */
@FunctionalInterface
interface GatewayCall {

    /**
     * Never throws.
     *
     * @param lastGateway whether no other gateway is left: it is used then, however it did lately
     * @return empty where the gateway is passed by
     */
    Optional<SendResult> send(SmsOrder order, String gateway, boolean lastGateway);
}
