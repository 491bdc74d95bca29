package io.strongroom.themes;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.theme.ClasspathThemeResourceProviderFactory;
import org.keycloak.theme.ThemeResourceProviderFactory;

/**
 * The texts in Chinese, whose files are named after a script, as those of Keycloak's themes are. Realms name a country (zh-CN, zh-TW) or the
 * script (zh-Hans, zh-Hant); Keycloak maps both for files of themes, but for theme resources neither.
 */
@AutoService(ThemeResourceProviderFactory.class)
public final class ChineseTexts extends ClasspathThemeResourceProviderFactory {
    public ChineseTexts() {
        super("strongroom-chinese", ChineseTexts.class.getClassLoader());
    }

    @Override
    public Properties getMessages(String baseBundlename, Locale locale) throws IOException {
        Properties messages = new Properties();
        Optional<String> script = script(locale);
        if (script.isPresent()) {
            String file = THEME_RESOURCES_MESSAGES + baseBundlename + "_zh_" + script.get() + ".properties";
            loadMessages(messages, classLoader.getResource(file));
        }
        return messages;
    }

    private static Optional<String> script(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return Optional.empty();
        }
        return switch (locale.getScript().isEmpty() ? locale.getCountry() : locale.getScript()) {
            case "CN", "Hans" -> Optional.of("Hans");
            case "TW", "Hant" -> Optional.of("Hant");
            default -> Optional.empty();
        };
    }
}
