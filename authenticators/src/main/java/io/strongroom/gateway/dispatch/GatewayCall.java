package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import java.util.Optional;

/** Sends a message through one gateway. */
@FunctionalInterface
interface GatewayCall {

    /**
     * Sends a message. Never throws.
     *
     * @param lastGateway whether no other gateway is left; if so, the gateway is called even after many recent failures
     * @return empty if the gateway is skipped
     */
    Optional<SendResult> send(SmsOrder order, String gateway, boolean lastGateway);
}
