package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;

/** Gives a message to a gateway. */
@FunctionalInterface
interface GatewayCall {

    /**
     * Never throws.
     *
     * @param lastWay whether no other gateway is left: slow is better than nothing then
     */
    SendResult send(SmsOrder order, String gateway, boolean lastWay);
}
