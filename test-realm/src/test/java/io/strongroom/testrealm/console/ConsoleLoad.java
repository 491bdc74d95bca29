package io.strongroom.testrealm.console;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cost of the first load of a console's users list.
 *
 * @param files addresses of the files of the console's theme
 * @param bytes their total size as transferred
 */
record ConsoleLoad(Set<String> files, long bytes) {

    static ConsoleLoad of(TestRealm realm, TestUser administrator) {
        try (AdminConsole console = AdminConsole.open(realm, AdminConsole.window())) {
            List<Request> finished = new ArrayList<>();
            console.page().onRequestFinished(finished::add);
            console.page().reload();
            console.signIn(administrator);
            console.awaitNavigation();
            console.page().waitForLoadState(LoadState.NETWORKIDLE);
            Set<String> files = new HashSet<>();
            long bytes = 0;
            for (Request request : List.copyOf(finished)) {
                if (isOfTheTheme(request.url()) && files.add(request.url())) {
                    bytes += request.sizes().responseBodySize;
                }
            }
            return new ConsoleLoad(files, bytes);
        }
    }

    private static boolean isOfTheTheme(String address) {
        return address.contains("/resources/") && address.contains("/admin/");
    }
}
