package io.strongroom.policy;

import java.util.Locale;
import java.util.Optional;

/** Where numbers are dialled that a directory or an administrator keeps: the country named, else the only one allowed. */
final class HomeCountry {

    static final String ATTRIBUTE = "twoFactor.sms.defaultCountry";

    private HomeCountry() {}

    static Optional<String> parse(Settings settings, Countries allowed) {
        String value = settings.text(ATTRIBUTE);
        if (value == null) {
            return allowed.only();
        }
        String code = value.toUpperCase(Locale.ROOT);
        return Countries.isCountry(code)
                ? Optional.of(code)
                : settings.refuse(
                        ATTRIBUTE,
                        value,
                        Optional.empty(),
                        "no country",
                        "an ISO 3166 code of two letters, such as SE");
    }
}
