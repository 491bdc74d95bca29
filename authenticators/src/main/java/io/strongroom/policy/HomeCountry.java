package io.strongroom.policy;

import java.util.Locale;
import java.util.Optional;

/**
 * Determines the country assumed for national numbers in profiles: the tenant's default country, or the only
 * allowed country if there is exactly one.
 */
final class HomeCountry {

    static final String ATTRIBUTE = "twoFactor.sms.defaultCountry";

    private HomeCountry() {}

    static Optional<String> parse(Settings settings, Countries allowed) {
        String value = settings.text(ATTRIBUTE);
        if (value == null) {
            return allowed.single();
        }
        String code = value.toUpperCase(Locale.ROOT);
        return Countries.isCountry(code)
                ? Optional.of(code)
                : settings.reject(
                        ATTRIBUTE,
                        value,
                        Optional.empty(),
                        "no default country",
                        "a two-letter ISO 3166 code, such as SE");
    }
}
