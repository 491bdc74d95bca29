package io.strongroom.testrealm.crawl;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls from one page reached in one way, in sequence; a new login starts when a call has ended the last. */
final class Attacks {
    /** The account is checked after this many calls. */
    private static final int CALLS_OF_A_USER = 60;

    private final Crawler crawler;
    private final Tenant tenant;
    private final Waiting waiting;
    private final Way way;
    private final List<Call> ofThisUser = new ArrayList<>();
    private Member member;
    private AccountWatch watch;
    private Login login;

    Attacks(Crawler crawler, Tenant tenant, Call first) {
        this.crawler = crawler;
        this.tenant = tenant;
        this.waiting = first.waiting();
        this.way = first.way();
    }

    /** Returns false if this page can't be reached this way. */
    boolean run(List<Call> calls) {
        for (Call call : calls) {
            if (login == null && !begin()) {
                crawler.missed(waiting + " by " + way);
                return false;
            }
            make(call);
            if (ofThisUser.size() >= CALLS_OF_A_USER) {
                nextUser();
            }
        }
        nextUser();
        return true;
    }

    private boolean begin() {
        if (member == null || waiting.changesUser()) {
            nextUser();
        }
        if (!open()) {
            // This user is locked or has no messages left; the next user can go on.
            nextUser();
            return open();
        }
        return true;
    }

    private boolean open() {
        if (member == null) {
            member = tenant.member(waiting);
        }
        login = Login.begin(tenant, member, waiting, way).orElse(null);
        if (login != null) {
            crawler.begun();
            watch = watch == null ? new AccountWatch(tenant.realm(), member.user(), waiting.changesUser()) : watch;
        }
        return login != null;
    }

    private void make(Call call) {
        ofThisUser.add(call);
        List<HttpResponse<String>> answers = call.send(login);
        crawler.called();
        Optional<String> found = Oracle.judge(answers, tenant.realm().name()).or(() -> session(answers));
        if (found.isEmpty() && Oracle.mayHaveTouched(call.endpoint(), answers.get(0))) {
            found = watch.session();
            if (found.isEmpty() && !login.stillWaits()) {
                leave();
            }
        }
        if (found.isPresent()) {
            crawler.find(call + ": " + found.get());
            forget();
        }
    }

    /** Checks every user: a response may have signed in another one. */
    private Optional<String> session(List<HttpResponse<String>> answers) {
        return Oracle.gaveCookie(answers, tenant.realm().name()) && login.isSignedIn()
                ? Optional.of("signed the browser in")
                : Optional.empty();
    }

    private void leave() {
        Optional<String> leak = way.leak(tenant, member);
        login = null;
        leak.ifPresent(this::blame);
    }

    private void nextUser() {
        if (login != null) {
            leave();
        }
        if (watch != null) {
            watch.session().or(watch::change).ifPresent(this::blame);
        }
        forget();
    }

    /** Findings include the changes to the account. */
    private void forget() {
        ofThisUser.clear();
        member = null;
        watch = null;
        login = null;
    }

    /** Repeats each call, with a new user each time. */
    private void blame(String what) {
        List<Call> suspects = List.copyOf(ofThisUser);
        forget();
        boolean isClear = false;
        for (Call call : suspects) {
            if (open()) {
                call.send(login);
                Optional<String> did =
                        way.leak(tenant, member).or(watch::session).or(watch::change);
                did.ifPresent(again -> crawler.find(call + ": " + again));
                isClear |= did.isPresent();
            }
            forget();
        }
        if (!isClear) {
            crawler.find(what + ", after all of " + suspects);
        }
    }
}
