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
 * Sends one message, with fallback. Tries the next gateway only if the previous one definitely did not send the
 * message. Ends when the message is accepted or may have been, or when the number is rejected.
 */
final class FallbackSend {

    private final SmsOrder order;
    private final GatewayPools pools;
    private final GatewayCall call;
    private final Consumer<Attempts> listener;
    private final Deque<String> remaining;
    private final List<String> skipped = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private GatewayPool pool;

    /** @param listener receives all attempts, in a single call */
    FallbackSend(SmsOrder order, GatewayPools pools, GatewayCall call, Consumer<Attempts> listener) {
        this.order = order;
        this.pools = pools;
        this.call = call;
        this.listener = listener;
        this.remaining = new ArrayDeque<>(order.route(pools.serverDefault()));
    }

    /** Reserves a slot in the first gateway's pool. Returns false if the pool is full. */
    boolean reserve() {
        selectNextPool();
        return pool == null || pool.reserve(order.realmId());
    }

    /** Releases the reserved slot without sending. */
    void cancel() {
        if (pool != null) {
            pool.release(order.realmId());
        }
    }

    /** Starts sending in the reserved slot. */
    void start() {
        if (pool == null) {
            finish();
        } else {
            pool.run(order.realmId(), this::attempt, this::drop);
        }
    }

    private void attempt() {
        GatewayPool current = pool;
        String gateway = current.gateway();
        boolean lastGateway =
                remaining.stream().noneMatch(other -> pools.of(other).isPresent());
        Optional<SendResult> called = call.send(order, gateway, lastGateway);
        if (called.isEmpty()) {
            skipped.add(gateway);
        }
        SendResult result = called.orElseGet(() -> new SendResult.NotSent("skipped after too many recent failures"));
        attempts.add(new Attempt(gateway, result));
        if (result.isCertainlyUnsent()) {
            fallBack(current);
        } else {
            finish();
        }
    }

    /** @param current the pool whose thread runs this method; another attempt in the same pool needs no second slot */
    private void fallBack(GatewayPool current) {
        selectNextPool();
        if (pool == null) {
            finish();
        } else if (pool == current) {
            attempt();
        } else if (pool.reserve(order.realmId())) {
            start();
        } else {
            attempts.add(new Attempt(pool.gateway(), new SendResult.NotSent("the queue is full")));
            fallBack(current);
        }
    }

    private void drop() {
        attempts.add(new Attempt(pool.gateway(), new SendResult.NotSent("the server stopped")));
        finish();
    }

    /** Selects the pool of the next installed gateway, or of one skipped earlier; null if none is left. */
    private void selectNextPool() {
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
            attempts.add(new Attempt("none", new SendResult.Misconfigured("the server has no default gateway")));
        }
        listener.accept(new Attempts(attempts));
    }
}
