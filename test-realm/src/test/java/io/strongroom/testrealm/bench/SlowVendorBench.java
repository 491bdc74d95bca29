package io.strongroom.testrealm.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.server.KeycloakServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The cost of a slow vendor to users who do not wait for it. Not part of the build: {@code ./mvnw verify -Pbench}.
 * Results go to {@code target/bench.txt}. Each pair is measured alternately, so that other load on the machine
 * affects both.
 */
@DisplayName("Benchmark: A slow vendor")
class SlowVendorBench {
    private static final int WAITING_USERS = 60;
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 2;
    private static final int WARM_UP = 1000;
    private static final int CODE_PAGES = 60;

    /** Just within the time-out of a call, so that each message is accepted in the end. */
    private static final Duration SLOW = Duration.ofMillis(4900);

    /** Shorter than the time in which the queue drains: 60 messages, 16 at a time. */
    private static final Duration ROUND = Duration.ofSeconds(12);

    /** The times at which the page's script polls, in seconds after the page was loaded. */
    private static final int[] POLLS = {1, 2, 4, 7, 12};

    private static final Vonage VONAGE = Harness.vonage();

    private static KeycloakServer server;
    private static TestRealm passwords;
    private static TestUser anna;
    private static TestRealm texts;

    private record Caller(TestUser user, String number) {}

    @BeforeAll
    static void start() throws Exception {
        server = Harness.start(Harness.options()
                .withOption("--spi-sms-gateway--vonage-sms--timeout-millis=5000")
                .withOption("--spi-sms-dispatcher--pool--tenant-share=100"));
        passwords = TestRealm.create(server, "passwords", realm -> realm);
        anna = passwords.addUser("anna");
        texts = TestRealm.create(server, "texts", SlowVendorBench::withTextMessages);
        Threads.all(
                CLIENTS,
                IntStream.range(0, WARM_UP)
                        .<Callable<Object>>mapToObj(
                                i -> () -> passwords.signIn(new Browser(), anna).signedIn())
                        .toList());
        codePages(new Sample(), callers(CODE_PAGES, Duration.ZERO));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("X4 password logins in another realm stay below 1.3 times their p95 while 60 users wait for a vendor "
            + "that takes 5 s")
    void otherLogins() throws Exception {
        Sample alone = new Sample();
        Sample beside = new Sample();
        Sample besideScripts = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            List<Caller> waiting = callers(WAITING_USERS, SLOW);
            List<Caller> polling = callers(WAITING_USERS, SLOW);
            passwordLogins(alone);
            waitForVendor(waiting, page -> {});
            passwordLogins(beside);
            ScheduledExecutorService scripts = Executors.newScheduledThreadPool(4);
            try {
                waitForVendor(polling, page -> pollLikeTheScript(scripts, page));
                passwordLogins(besideScripts);
            } finally {
                scripts.shutdownNow();
            }
            awaitEmptyQueue(polling);
        }
        BenchFile.add("password logins alone", alone);
        BenchFile.add("password logins beside " + WAITING_USERS + " waiting users", beside);
        BenchFile.add("password logins beside " + WAITING_USERS + " waiting users whose pages ask", besideScripts);
        double ratio = beside.ratio(alone, 95);
        BenchFile.add("p95 ratio", ratio);
        BenchFile.add("p95 ratio, with pages that ask", besideScripts.ratio(alone, 95));

        assertTrue(ratio < 1.3, () -> "p95 ratio " + ratio);
    }

    @Test
    @DisplayName("X4 the code page is as fast with a slow vendor as with an instant one")
    void codePage() throws Exception {
        Sample instant = new Sample();
        Sample slow = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            codePages(instant, callers(CODE_PAGES, Duration.ZERO));
            List<Caller> callers = callers(CODE_PAGES, SLOW);
            codePages(slow, callers);
            awaitEmptyQueue(callers);
        }
        BenchFile.add("code page, instant vendor", instant);
        BenchFile.add("code page, slow vendor", slow);
        double ratio = slow.ratio(instant, 95);
        BenchFile.add("p95 ratio", ratio);

        assertTrue(ratio < 1.3, () -> "p95 ratio " + ratio);
    }

    private static void passwordLogins(Sample sample) throws InterruptedException {
        long end = System.nanoTime() + ROUND.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> {
                while (System.nanoTime() < end) {
                    sample.time(() -> passwords.signIn(new Browser(), anna).signedIn());
                }
            });
        }
        clients.shutdown();
        assertTrue(clients.awaitTermination(ROUND.multipliedBy(3).toSeconds(), TimeUnit.SECONDS));
    }

    private static void codePages(Sample sample, List<Caller> callers) throws Exception {
        Threads.all(
                CLIENTS,
                callers.stream()
                        .<Callable<Object>>map(caller -> () -> {
                            Page login = texts.loginPage(new Browser());
                            sample.time(() -> password(login, caller));
                            return null;
                        })
                        .toList());
    }

    private static void awaitEmptyQueue(List<Caller> callers) {
        List<String> numbers = callers.stream().map(Caller::number).toList();
        await().atMost(ROUND.multipliedBy(3)).until(() -> VONAGE.received(numbers) == numbers.size());
    }

    /** Returns when all users have their page; the gateway's pool stays busy with their messages for a while. */
    private static void waitForVendor(List<Caller> callers, Consumer<Page> then) throws Exception {
        Threads.all(
                10,
                callers.stream()
                        .<Callable<Object>>map(caller -> () -> {
                            then.accept(password(texts.loginPage(new Browser()), caller));
                            return null;
                        })
                        .toList());
    }

    private static Page password(Page login, Caller caller) {
        Page page = login.submit(Map.of(
                        "username",
                        caller.user().name(),
                        "password",
                        caller.user().password()))
                .page();
        assertTrue(page.has("[data-strongroom-status=sending], [data-strongroom-status=sent]"), page::toString);
        return page;
    }

    private static void pollLikeTheScript(ScheduledExecutorService scripts, Page page) {
        for (int seconds : POLLS) {
            scripts.schedule(() -> page.refresh(), seconds, TimeUnit.SECONDS);
        }
    }

    private static List<Caller> callers(int count, Duration vendorTakes) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = PhoneNumbers.next();
            if (!vendorTakes.isZero()) {
                VONAGE.answersAfter(number, vendorTakes);
            }
            callers.add(new Caller(texts.addUser("u" + number.substring(1), spec -> spec.number(number)), number));
        }
        return callers;
    }

    private static RealmRepresentation withTextMessages(RealmRepresentation realm) {
        realm.getAttributes().putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        realm.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        return realm;
    }
}
