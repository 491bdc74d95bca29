package io.strongroom.testrealm.screens;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Shows pages that an HTTP browser received in Chromium, at their own address and with their own headers. So one
 * login yields a page that can be checked in every colour scheme and width, even if only a submitted form leads to
 * it. Open for all tests of a class.
 */
final class Viewer implements BeforeAllCallback, AfterAllCallback {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    private static final List<String> OF_THE_CONNECTION = List.of("content-length", "transfer-encoding", "set-cookie");

    private Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.open(new Browser.NewContextOptions()
                .setLocale("en")
                .setViewportSize(WIDTH, HEIGHT)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
    }

    com.microsoft.playwright.Page window() {
        return chromium.page();
    }

    void show(Page page) {
        show(page.uri().toString(), page.html(), headers(page));
    }

    /** Shows HTML that came by mail. */
    void show(String html) {
        show("http://mail.test/", html, Map.of("content-type", "text/html;charset=utf-8"));
    }

    private void show(String address, String html, Map<String, String> headers) {
        window().unrouteAll();
        window().route(
                        address::equals,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(200)
                                .setHeaders(headers)
                                .setBody(html)));
        window().navigate(address);
    }

    private static Map<String, String> headers(Page page) {
        Map<String, String> headers = new HashMap<>();
        page.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
        headers.keySet().removeAll(OF_THE_CONNECTION);
        return headers;
    }

    void width(int pixels) {
        window().setViewportSize(pixels, HEIGHT);
    }

    void light() {
        window().emulateMedia(
                        new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    void dark() {
        window().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    /**
     * Waits for the focus, which a browser sets shortly after the page is loaded.
     *
     * @param id empty if no element has it
     */
    void assertFocus(String id) {
        await().untilAsserted(() ->
                assertEquals(id, window().evaluate("document.activeElement.id.replace('keycloak-bg', '')")));
    }

    /** All of axe. */
    void assertAccessible() {
        chromium.assertAccessible(axe());
    }

    /** All axe rules that apply within Keycloak's older layout, which has no landmarks. */
    void assertAccessibleWithin(String... outside) {
        chromium.assertAccessible(axe(outside).disableRules(List.of("landmark-one-main", "region")));
    }

    /** The axe rules that depend on colours. */
    void assertContrast(String... outside) {
        chromium.assertAccessible(axe(outside).withRules(List.of("color-contrast", "link-in-text-block")));
    }

    /** The axe rules for an e-mail, which an e-mail program shows within its own page, title and landmarks. */
    void assertAccessibleMail() {
        chromium.assertAccessible(
                axe().disableRules(List.of("document-title", "region", "landmark-one-main", "page-has-heading-one")));
    }

    private AxeBuilder axe(String... outside) {
        AxeBuilder axe = new AxeBuilder(window()).setLegacyMode(true);
        for (String css : outside) {
            axe = axe.exclude(css);
        }
        return axe;
    }
}
