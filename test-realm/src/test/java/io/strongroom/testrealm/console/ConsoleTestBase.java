package io.strongroom.testrealm.console;

import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.Vonage;

/**
 * Base class of the tests of changes in the console. Subclasses register the tenant as a static extension, which
 * belongs to one class.
 */
abstract class ConsoleTestBase {
    static final Vonage VONAGE = Harness.vonage();

    final TestRealm realm;
    final AdminConsole console;
    final Page page;
    final String number = PhoneNumbers.next();

    ConsoleTestBase(ConsoleTenant tenant) {
        this.realm = tenant.realm();
        this.console = tenant.console();
        this.page = tenant.page();
    }
}
