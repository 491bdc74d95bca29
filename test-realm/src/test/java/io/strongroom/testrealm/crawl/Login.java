package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.crawl.Parameter.Value;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A login that waits at a page of the guard, in a browser with another tab open. */
final class Login {
    private static final String LOGIN_LINKS = "[action*=tab_id], [href*=tab_id]";

    private final Tenant tenant;
    private final Member member;
    private final Waiting waiting;
    private final Browser browser = new Browser();
    private final Map<Value, Map<Parameter, String>> values = new EnumMap<>(Value.class);
    private Page page;

    private Login(Tenant tenant, Member member, Waiting waiting) {
        this.tenant = tenant;
        this.member = member;
        this.waiting = waiting;
    }

    /** Empty if this page can't be reached this way. */
    static Optional<Login> begin(Tenant tenant, Member member, Waiting waiting, Way way) {
        Login login = new Login(tenant, member, waiting);
        login.know(
                Value.OTHER_TAB,
                login.browser
                        .open(tenant.realm().app(Tenant.OTHER_APP).authorize())
                        .page());
        Page first = way.begin(login.browser, tenant, member);
        login.know(Value.STALE, first);
        Page next = first.hasField("username") ? login.enterPassword(first) : first;
        login.page = next.id().startsWith("login-strongroom") ? waiting.reach(next) : next;
        login.know(Value.RIGHT, login.page);
        return waiting.isAt(login.page) ? Optional.of(login) : Optional.empty();
    }

    /** In a realm with organizations, the user name has a page of its own. */
    private Page enterPassword(Page first) {
        return first.hasField("password")
                ? first.submit(Map.of(
                                "username",
                                member.user().name(),
                                "password",
                                member.user().password()))
                        .page()
                : first.submit("username", member.user().name())
                        .page()
                        .submit("password", member.user().password())
                        .page();
    }

    private void know(Value kind, Page shown) {
        Map<String, String> found = new HashMap<>(FormCodec.decode(shown.uri().getRawQuery()));
        for (Element link : shown.document().select(LOGIN_LINKS)) {
            String address = link.hasAttr("action") ? link.absUrl("action") : link.absUrl("href");
            FormCodec.decode(URI.create(address).getRawQuery()).forEach(found::put);
            if (found.containsKey("session_code")) {
                break;
            }
        }
        Map<Parameter, String> known = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            known.put(parameter, found.getOrDefault(parameter.queryName(), ""));
        }
        if (kind == Value.STALE) {
            known.put(Parameter.CLIENT_ID, Tenant.RETIRED_APP);
            known.put(Parameter.TAB_ID, "aStaleTabId");
        }
        values.put(kind, known);
    }

    Tenant tenant() {
        return tenant;
    }

    Member member() {
        return member;
    }

    /** The state at the last check. */
    Page page() {
        return page;
    }

    String value(Parameter parameter, Value kind) {
        if (parameter == Parameter.KEY) {
            return switch (kind) {
                case RIGHT -> member.key();
                case STALE -> tenant.expiredKey();
                case OTHER_TAB -> tenant.otherKey();
                case ABSENT -> "";
            };
        }
        return values.get(kind).get(parameter);
    }

    List<HttpResponse<String>> send(String verb, URI uri, String body, String type) {
        return browser.trace(verb, uri, body, type);
    }

    /** Returns whether another application gets a code without asking the user. */
    boolean isSignedIn() {
        URI silent = tenant.realm()
                .app(Tenant.OTHER_APP)
                .authorize()
                .with("prompt", "none")
                .uri();
        return browser.open(silent) instanceof Arrival arrival && arrival.code().isPresent();
    }

    /** Opens the page again and returns whether the login still waits there. */
    boolean stillWaits() {
        Map<String, String> query = Map.of(
                "client_id", value(Parameter.CLIENT_ID, Value.RIGHT), "tab_id", value(Parameter.TAB_ID, Value.RIGHT));
        URI here = URI.create(tenant.realm().uri() + "/login-actions/required-action?" + FormCodec.encode(query));
        if (!(browser.open(here) instanceof Page shown) || !waiting.isAt(shown)) {
            return false;
        }
        page = shown;
        know(Value.RIGHT, shown);
        return true;
    }
}
