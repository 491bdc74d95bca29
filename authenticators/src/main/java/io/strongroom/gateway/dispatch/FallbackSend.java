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
    private final GatewayPools pools;
    private final GatewayCall call;
    private final Consumer<Attempts> end;
    private final Deque<String> remaining;
    private final List<String> skipped = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private GatewayPool pool;

    /** @param end hears what became of it, once */
    FallbackSend(SmsOrder order, GatewayPools pools, GatewayCall call, Consumer<Attempts> end) {
        this.order = order;
        this.pools = pools;
        this.call = call;
        this.end = end;
        this.remaining = new ArrayDeque<>(order.route(pools.serverDefault()));
    }

    /** Takes a place for the first gateway; false where there is no room. */
    boolean reserve() {
        nextPool();
        return pool == null || pool.take(order.realmId());
    }

    /** Gives the place back: the message is not to be sent after all. */
    void cancel() {
        if (pool != null) {
            pool.giveBack(order.realmId());
        }
    }

    /** Goes, from the place taken. */
    void start() {
        if (pool == null) {
            finish();
        } else {
            pool.run(order.realmId(), this::attempt, this::stop);
        }
    }

    private void attempt() {
        GatewayPool here = pool;
        String gateway = here.gateway();
        boolean lastGateway =
                remaining.stream().noneMatch(other -> pools.of(other).isPresent());
        Optional<SendResult> called = call.send(order, gateway, lastGateway);
        if (called.isEmpty()) {
            skipped.add(gateway);
        }
        SendResult result = called.orElseGet(() -> new SendResult.NotSent("passed by: too many failures lately"));
        attempts.add(new Attempt(gateway, result));
        if (result.isCertainlyUnsent()) {
            fallBack(here);
        } else {
            finish();
        }
    }

    /** @param here whose thread this is: it needs no second place there */
    private void fallBack(GatewayPool here) {
        nextPool();
        if (pool == null) {
            finish();
        } else if (pool == here) {
            attempt();
        } else if (pool.take(order.realmId())) {
            start();
        } else {
            attempts.add(new Attempt(pool.gateway(), new SendResult.NotSent("its queue is full")));
            fallBack(here);
        }
    }

    private void stop() {
        attempts.add(new Attempt(pool.gateway(), new SendResult.NotSent("the server stopped")));
        finish();
    }

    /** The next gateway that is there, at last one that was passed by; none where the way ends. */
    private void nextPool() {
        pool = null;
        if (remaining.isEmpty() && !attempts.isEmpty()) {
            remaining.addAll(skipped);
            skipped.clear();
        }
        while (pool == null && !remaining.isEmpty()) {
            String gateway = remaining.poll();
            Optional<GatewayPool> found = pools.of(gateway);
            if (found.isPresent()) {
                pool = found.get();
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
