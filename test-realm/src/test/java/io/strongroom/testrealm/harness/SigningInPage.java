package io.strongroom.testrealm.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** "Signing in" of Keycloak's account console in Chromium, where users manage their factors. */
public final class SigningInPage {
    private static final String PATH = "/account/account-security/signing-in";

    static {
        // The page loads after the login has ended: a busy machine takes longer than the five seconds of an assertion.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    private final TestRealm realm;
    private final Chromium chromium;

    public SigningInPage(TestRealm realm, Chromium chromium) {
        this.realm = realm;
        this.chromium = chromium;
    }

    /** Opens the page; a user who is not signed in gets the login page. */
    public void open() {
        chromium.page().navigate(realm.uri() + PATH);
    }

    /** Opens the page and enters user name and password; the login may ask for more. */
    public void signIn(TestUser user) {
        open();
        chromium.enterPassword(user);
    }

    public Page page() {
        return chromium.page();
    }

    /** Returns the list of one kind, such as {@code sms-otp}. */
    public Locator list(String type) {
        return page().getByTestId(type + "/credential-list");
    }

    public Locator row(String type, String label) {
        return list(type).locator("li").filter(new Locator.FilterOptions().setHasText(label));
    }

    public void add(String type) {
        page().getByTestId(type + "/create").click();
    }

    public void remove(String type, String label) {
        row(type, label).locator("[data-testrole=remove]").click();
        page().locator("#kc-accept").click();
    }

    public void update(String type, String label) {
        row(type, label).locator("[data-testrole=update]").click();
    }

    /** Waits until the page shows the list of one kind. */
    public void awaitList(String type) {
        assertThat(list(type)).isVisible();
    }

    /** The API behind the page, with the token of the page. */
    public AccountConsole api() {
        Request request = page().waitForRequest(
                        sent -> sent.url().endsWith("/account/credentials")
                                && sent.headers().containsKey("authorization"),
                        () -> open());
        return new AccountConsole(realm, request.headers().get("authorization").replace("Bearer ", ""));
    }
}
