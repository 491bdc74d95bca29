package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Users with codes who ask for new ones while their tenant's share of a hanging gateway is full. */
record ResendWithoutRoom(TestRealm realm, Vonage vonage, List<Waiting> users) {

    /** More than the gateway threads one tenant can hold: even if those end at once, there is no room for all. */
    private static final int USERS = 5;

    private static final int MOST_OTHERS = 20;

    private record Waiting(String number, Page page) {}

    /** Some users have their codes. */
    static ResendWithoutRoom begin(TestRealm realm, Vonage vonage) {
        List<Waiting> users = IntStream.range(0, USERS)
                .mapToObj(i -> {
                    String number = PhoneNumbers.next();
                    return new Waiting(number, signIn(realm, "early" + i, number));
                })
                .toList();
        return new ResendWithoutRoom(realm, vonage, users);
    }

    /**
     * The tenant changes to a gateway that hangs, others use it up, and they ask for another code.
     *
     * @return where the refused users land with the code they have
     */
    List<Landing> codesOfThoseRefused(String hangingGateway, Predicate<Page> isBusy) throws Exception {
        users.forEach(user -> await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !user.page().refresh().page().has("[data-strongroom-wait]")));
        realm.setAttribute("twoFactor.sms.gateway", hangingGateway);
        boolean full = false;
        for (int other = 0; !full && other < MOST_OTHERS; other++) {
            full = isBusy.test(signIn(realm, "late" + other, PhoneNumbers.next()));
        }
        List<Page> answers = Threads.all(
                USERS,
                users.stream()
                        .<Callable<Page>>map(user -> () ->
                                user.page().refresh().page().press("resend").page())
                        .toList());
        return IntStream.range(0, USERS)
                .filter(i -> isBusy.test(answers.get(i)))
                .mapToObj(i -> answers.get(i)
                        .submit("code", vonage.awaitCode(users.get(i).number())))
                .toList();
    }

    private static Page signIn(TestRealm realm, String name, String number) {
        return realm.signIn(new Browser(), realm.addUser(name, spec -> spec.number(number)))
                .page();
    }
}
