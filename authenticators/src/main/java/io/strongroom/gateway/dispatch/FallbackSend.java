package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Attempts.Attempt;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One message on its way from gateway to gateway. It goes on where one certainly did not send, and ends where the message
 * was taken, may have been, or will not be by any other: the number is at fault.
 */
final class FallbackSend {

    private final SmsOrder order;
    private final GatewayPools lanes;
    private final GatewayCall call;
    private final Consumer<Attempts> end;
    private final Deque<String> ahead;
    private final List<String> passedBy = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private GatewayPool lane;

    /** @param end hears what became of it, once */
    FallbackSend(SmsOrder order, GatewayPools lanes, GatewayCall call, Consumer<Attempts> end) {
        this.order = order;
        this.lanes = lanes;
        this.call = call;
        this.end = end;
        this.ahead = new ArrayDeque<>(order.route(lanes.serverDefault()));
    }

    /** Takes a place for the first gateway; false where there is no room. */
    boolean board() {
        findLane();
        return lane == null || lane.take(order.realmId());
    }

    /** Gives the place back: the message is not to be sent after all. */
    void cancel() {
        if (lane != null) {
            lane.giveBack(order.realmId());
        }
    }

    /** Goes, from the place taken. */
    void depart() {
        if (lane == null) {
            finish();
        } else {
            lane.run(order.realmId(), this::ride, this::stop);
        }
    }

    private void ride() {
        GatewayPool here = lane;
        String gateway = here.gateway();
        boolean lastWay = ahead.stream().noneMatch(other -> lanes.of(other).isPresent());
        Optional<SendResult> called = call.send(order, gateway, lastWay);
        if (called.isEmpty()) {
            passedBy.add(gateway);
        }
        SendResult result = called.orElseGet(() -> new SendResult.TryLater("passed by: too many failures lately"));
        attempts.add(new Attempt(gateway, result));
        if (result.isCertainlyUnsent()) {
            changeLane(here);
        } else {
            finish();
        }
    }

    /** @param here whose thread this is: it needs no second place there */
    private void changeLane(GatewayPool here) {
        findLane();
        if (lane == null) {
            finish();
        } else if (lane == here) {
            ride();
        } else if (lane.take(order.realmId())) {
            depart();
        } else {
            attempts.add(new Attempt(lane.gateway(), new SendResult.TryLater("its queue is full")));
            changeLane(here);
        }
    }

    private void stop() {
        attempts.add(new Attempt(lane.gateway(), new SendResult.TryLater("the server stopped")));
        finish();
    }

    /** The next gateway that is there, at last one that was passed by; none where the way ends. */
    private void findLane() {
        lane = null;
        if (ahead.isEmpty() && !attempts.isEmpty()) {
            ahead.addAll(passedBy);
            passedBy.clear();
        }
        while (lane == null && !ahead.isEmpty()) {
            String gateway = ahead.poll();
            Optional<GatewayPool> found = lanes.of(gateway);
            if (found.isPresent()) {
                lane = found.get();
            } else {
                attempts.add(new Attempt(gateway, new SendResult.Misconfigured("there is no gateway " + gateway)));
            }
        }
    }

    private void finish() {
        if (attempts.isEmpty()) {
            attempts.add(
                    new Attempt("none", new SendResult.Misconfigured("no gateway is set as the server's default")));
        }
        end.accept(new Attempts(attempts));
    }
}
