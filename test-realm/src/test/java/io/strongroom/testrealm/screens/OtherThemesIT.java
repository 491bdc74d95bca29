package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.harness.Page;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Order(2)
@DisplayName("Each page in each state under other login themes")
class OtherThemesIT {
    private static final String LIGHT_ONLY = "keycloak";

    /** The older layout's frame around each page, Keycloak's own included, has violations, such as its footer links. */
    private static final Map<String, String[]> FRAMES = Map.of(
            LIGHT_ONLY, new String[] {"#kc-header", "#kc-locale", "#kc-info"}, "plain", new String[] {"#kc-locale"});

    /** Only colours differ from {@code keycloak.v2}. */
    private static final Set<String> OF_A_BRAND = Set.of("code-wrong", "phone", "choose-later", "backup-codes");

    @RegisterExtension
    static final Viewer VIEWER = new Viewer();

    static Stream<Arguments> screens() {
        return Stream.of(LIGHT_ONLY, "plain", "brand")
                .flatMap(theme -> Screens.ALL.stream()
                        .filter(screen -> !theme.equals("brand") || OF_A_BRAND.contains(screen.name()))
                        .map(screen -> Arguments.of(screen, theme)));
    }

    @ParameterizedTest(
            name =
                    "X14 {0} under {1} has no violation that axe finds, light and dark, and cuts nothing off at 320 pixels")
    @MethodSource("screens")
    void look(Screen screen, String theme) {
        Page page = screen.story().play(new Visit(theme, "en"));
        String[] outside = FRAMES.getOrDefault(theme, new String[0]);
        VIEWER.light();
        VIEWER.show(page);

        VIEWER.assertFocus(screen.focus());
        Measures.assertSoundForm(VIEWER.window());
        if (theme.equals("brand")) {
            VIEWER.assertAccessible();
        } else {
            VIEWER.assertAccessibleWithin(outside);
        }
        if (!theme.equals(LIGHT_ONLY)) {
            VIEWER.dark();
            VIEWER.assertContrast(outside);
        }
        VIEWER.width(320);
        Measures.assertFits(VIEWER.window());
        VIEWER.width(Viewer.WIDTH);
    }
}
