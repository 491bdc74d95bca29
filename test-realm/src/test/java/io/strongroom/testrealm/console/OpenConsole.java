package io.strongroom.testrealm.console;

import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A realm's console, opened once for all tests of a class, since loading it is slow, and reset before each. */
final class OpenConsole implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final TestRealm realm;
    private final TestUser administrator;
    private AdminConsole console;

    OpenConsole(TestRealm realm) {
        this.realm = realm;
        this.administrator = AdminConsole.administrator(realm, "admin", "realm-admin");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        console = AdminConsole.as(realm, administrator);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        console.settle();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (console != null) {
            console.close();
        }
    }

    TestUser administrator() {
        return administrator;
    }

    AdminConsole console() {
        return console;
    }
}
