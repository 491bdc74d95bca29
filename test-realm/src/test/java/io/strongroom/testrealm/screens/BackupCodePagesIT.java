package io.strongroom.testrealm.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.support.BackupCodeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The backup code pages in Chromium")
class BackupCodePagesIT {
    /** The older themes' frames have violations themselves. */
    private static final String KEEPS_TO_AXE = "keycloak.v2";

    private static TestRealm realm(String theme) {
        return TestRealm.create("backuptheme", representation -> {
            representation
                    .getAttributes()
                    .putAll(Map.of(
                            "twoFactor.enforcement", "optional",
                            "twoFactor.methods", "totp",
                            "twoFactor.backupCodes", "5"));
            representation.setLoginTheme(theme);
            return representation;
        });
    }

    private static void look(Chromium chromium, String page, String theme) {
        if (KEEPS_TO_AXE.equals(theme)) {
            chromium.assertAccessible();
        }
        chromium.screenshot(page + "-" + theme);
    }

    @ParameterizedTest(name = "X14 work under the login theme {0}, with copy, download and print")
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void chromium(String theme) throws IOException {
        TestRealm realm = realm(theme);
        BackupCodeUser member = new BackupCodeUser(realm);
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            chromium.open(member.askForCodes());
            chromium.enterPassword(member.account());
            page.fill("#code", member.app().code());
            page.click("#kc-login");

            page.locator("[data-strongroom-codes] li").first().waitFor();
            List<String> codes = page.locator("[data-strongroom-codes] li").allInnerTexts().stream()
                    .map(String::strip)
                    .toList();
            assertEquals(5, codes.size());
            look(chromium, "backup-codes", theme);
            page.click("[data-strongroom-tool=copy]");
            assertThat(page.locator("[data-strongroom-tools] [role=status]"))
                    .not()
                    .isEmpty();
            Download file = page.waitForDownload(() -> page.click("[data-strongroom-tool=download]"));
            assertTrue(Files.readString(file.path()).lines().toList().containsAll(codes));
            page.evaluate("window.print = () => document.documentElement.dataset.printed = 'yes'");
            page.click("[data-strongroom-tool=print]");
            assertEquals("yes", page.evaluate("document.documentElement.dataset.printed"));

            page.click("#strongroom-saved");
            assertTrue(chromium.awaitArrival().code().isPresent());

            chromium.context().clearCookies();
            chromium.signIn(realm, member.account());
            page.click("#strongroom-method-backup");
            look(chromium, "backup-code", theme);
            page.locator("#backupCode").pressSequentially(codes.get(3));
            page.keyboard().press("Enter");
            assertTrue(chromium.awaitArrival().code().isPresent());
        }
    }
}
