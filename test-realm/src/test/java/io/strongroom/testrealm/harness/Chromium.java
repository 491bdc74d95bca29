package io.strongroom.testrealm.harness;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import io.strongroom.testrealm.server.Layout;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real browser: one per thread, and per instance a new context without cookies. Taken from {@code CHROMIUM_PATH},
 * else from where Debian or Google install it, else Playwright's own, which it downloads. Use it only in the thread
 * that created it.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Chromium::launch);

    private final BrowserContext context;
    private final Page page;

    private Chromium(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(45_000);
        // No server listens at the application: the browser shows this page instead.
        context.route(
                "http://app.test/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>Application</title><h1>You are in</h1>")));
        this.page = context.newPage();
    }

    public static Chromium open() {
        return open(new Browser.NewContextOptions().setLocale("en"));
    }

    /** Options such as the language, {@code setJavaScriptEnabled(false)}, {@code setColorScheme}, a viewport. */
    public static Chromium open(Browser.NewContextOptions options) {
        return new Chromium(BROWSERS.get().newContext(options));
    }

    public BrowserContext context() {
        return context;
    }

    public Page page() {
        return page;
    }

    public void open(AuthorizationRequest request) {
        page.navigate(request.uri().toString());
    }

    /** Opens the login page of the public client, and enters user name and password. */
    public void signIn(TestRealm realm, TestUser user) {
        open(realm.app().authorize());
        enterPassword(user);
    }

    /** Enters user name and password on the login page that is open: one form, or two in a realm with organizations. */
    public void enterPassword(TestUser user) {
        page.fill("#username", user.name());
        page.waitForLoadState();
        if (page.locator("#password").count() == 0) {
            page.click("#kc-login");
        }
        page.fill("#password", user.password());
        page.click("#kc-login");
    }

    /** Presses the button that asks for a passkey or a security key. */
    public void useKey() {
        pressWithScript("#authenticateWebAuthnButton");
    }

    /** Presses the button that sets up a passkey or a security key. */
    public void setUpKey() {
        pressWithScript("#registerWebAuthn");
    }

    /** Before its script is there, a press would do nothing. */
    private void pressWithScript(String button) {
        page.locator(button).waitFor();
        page.waitForLoadState();
        page.click(button);
    }

    /** Returns the application's address that the browser was redirected to, like the HTTP browser. */
    public Arrival awaitArrival() {
        page.waitForURL(url -> url.startsWith(App.REDIRECT_URI));
        return new Arrival(URI.create(page.url()));
    }

    /** Writes {@code target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        Path file = Layout.target().resolve("screenshots/" + name + ".png");
        page.evaluate("document.fonts.ready.then(() => true)");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    /** Runs axe on the current page. */
    public void assertAccessible() {
        assertAccessible(new AxeBuilder(page));
    }

    /** Runs axe on a part of the page, if the rest isn't ours. */
    public void assertAccessible(String css) {
        assertAccessible(new AxeBuilder(page).include(css));
    }

    /** Runs axe on everything outside frames: in a frame without scripts it would never finish. */
    public void assertAccessibleAroundFrames() {
        assertAccessible(new AxeBuilder(page).exclude("iframe"));
    }

    /** Runs axe as configured; fails with each violation and its place. */
    public void assertAccessible(AxeBuilder axe) {
        List<Rule> violations = axe.analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(page.url() + " is not accessible:\n"
                    + violations.stream()
                            .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .toList())
                            .collect(Collectors.joining("\n")));
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(path -> path != null && !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Browser launch() {
        Optional<Path> executable = installed();
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (executable.isPresent()) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        } else if (environment.containsKey("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD")) {
            throw new IllegalStateException(
                    "No Chromium: install one, or set CHROMIUM_PATH, or unset PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(new ArrayList<>(ARGUMENTS));
        executable.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }
}
