package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Calls endpoints from logins held by the guard and collects findings. */
final class Crawler {
    private final Tenant tenant;
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Set<String> unreachable = new ConcurrentSkipListSet<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    Crawler(Tenant tenant) {
        this.tenant = tenant;
    }

    void run(List<Call> plan, int threads) throws Exception {
        Map<String, List<Call>> groups =
                plan.stream().collect(Collectors.groupingBy(call -> call.waiting() + " by " + call.way()));
        List<Callable<Boolean>> tasks = new ArrayList<>();
        groups.values().forEach(group -> tasks.add(() -> new Attacks(this, tenant, group.get(0)).run(group)));
        AccountWatch other = new AccountWatch(tenant.realm(), tenant.other(), false);
        Threads.all(threads, tasks);
        other.session().or(other::change).ifPresent(change -> find("the user of the other action token: " + change));
    }

    void find(String finding) {
        findings.add(finding);
    }

    void missed(String page) {
        unreachable.add(page);
    }

    void begun() {
        logins.incrementAndGet();
    }

    void called() {
        calls.incrementAndGet();
    }

    /** One line for each. */
    List<String> findings() {
        return findings.stream().sorted().toList();
    }

    /** Pages that cannot be reached by a way. */
    Set<String> unreachable() {
        return Set.copyOf(unreachable);
    }

    @Override
    public String toString() {
        return calls + " calls from " + logins + " logins";
    }
}
