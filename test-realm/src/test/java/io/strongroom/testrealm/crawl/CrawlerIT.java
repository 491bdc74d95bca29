package io.strongroom.testrealm.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Order(1)
@DisplayName("X1 X26 The crawler that looks for logins past the guard's pages")
class CrawlerIT {
    /** {@code -Pcrawler}: minutes, and every combination. */
    private static final boolean IS_WHOLE = "whole".equals(System.getProperty("crawler"));

    private static final Tenant TENANT = new Tenant();

    @Test
    @DisplayName("finds no call that yields a session, a code or a token, changes the account or fails")
    void crawl() throws Exception {
        List<Endpoint> endpoints = EndpointCatalogue.ofServer().endpoints();
        List<Call> plan = IS_WHOLE ? Plan.whole(endpoints) : Plan.brief(endpoints);
        Crawler crawler = new Crawler(TENANT);

        crawler.run(plan, 2);

        // The mail asked for a new password; that page comes before the backup codes. It also proves the mailbox, so no
        // code is sent there.
        assertEquals(Set.of("NEW_BACKUP_CODES by ACTION_MAIL", "EMAIL by ACTION_MAIL"), crawler.unreachable());
        List<String> findings = crawler.findings();
        assertTrue(
                findings.isEmpty(),
                () -> "%d findings in %s:%n%s".formatted(findings.size(), crawler, String.join("\n", findings)));
    }

    @ParameterizedTest(name = "detects a login by {0} that passes")
    @EnumSource
    void noticed(Way way) {
        Member member = TENANT.member(Waiting.APP);
        AccountWatch watch = new AccountWatch(TENANT.realm(), member.user(), false);
        Login login = Login.begin(TENANT, member, Waiting.APP, way).orElseThrow();
        Document page = login.page().document();
        Optional<String> noticed = Optional.empty();
        for (int pages = 0; pages < 3 && noticed.isEmpty() && watch.session().isEmpty(); pages++) {
            List<HttpResponse<String>> answers = post(login, page);
            HttpResponse<String> last = answers.get(answers.size() - 1);
            page = Jsoup.parse(last.body(), last.uri().toString());
            noticed = Oracle.judge(answers, TENANT.realm().name());
        }

        if (way == Way.ACTION_MAIL) {
            assertTrue(watch.change().orElseThrow().contains("credentials"), "the password is another one");
        } else {
            assertTrue(noticed.isPresent() || way == Way.DEVICE);
            assertTrue(watch.session().isPresent());
        }
        assertEquals(way == Way.DEVICE, way.leak(TENANT, member).isPresent());
    }

    /** What a user enters on the current page; nothing if it has no form. */
    private static List<HttpResponse<String>> post(Login login, Document page) {
        Map<String, String> fields = new LinkedHashMap<>(Fields.hiddenIn(page));
        fields.putAll(Map.of(
                "code",
                AuthenticatorApp.ofStored(Tenant.APP_SECRET).code(),
                "accept",
                "Yes",
                "password-new",
                "new",
                "password-confirm",
                "new"));
        Element form = page.selectFirst("form[method=post], form[method=POST]");
        URI action = URI.create(form == null ? page.location() : form.absUrl("action"));
        return login.send("POST", action, FormCodec.encode(fields), "application/x-www-form-urlencoded");
    }
}
