package io.strongroom.factor.sms;

import io.strongroom.factor.TenantName;
import io.strongroom.gateway.SmsSegments;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/**
 * A message text from a realm's localization, which overrides Strongroom's own.
 *
 * @param locale language tag
 * @param text   pattern for {@link MessageFormat}, in which {@code {0}} is the code, {@code {1}} the tenant, and
 *               {@code {2}} the number of minutes
 * @param tenant the tenant's name
 */
public record SmsTranslation(String locale, String text, String tenant) {

    /** Message key of the text. */
    public static final String KEY = "strongroomSmsText";

    private static final String CODE = "88888888";
    private static final long MINUTES = 10;

    /** Returns a realm's translations, sorted by language. */
    public static Stream<SmsTranslation> of(RealmModel realm) {
        return of(realm.getRealmLocalizationTexts(), TenantName.of(realm));
    }

    static Stream<SmsTranslation> of(Map<String, Map<String, String>> localization, String tenant) {
        return localization.entrySet().stream()
                .filter(language -> language.getValue().containsKey(KEY))
                .sorted(Map.Entry.comparingByKey())
                .map(language -> new SmsTranslation(
                        language.getKey(), language.getValue().get(KEY), tenant));
    }

    /** Returns the message's maximum length; empty if the pattern is malformed. */
    public Optional<SmsSegments> longest() {
        return rendered().map(SmsSegments::of);
    }

    /** Returns whether the text contains the code. If not, the code is prepended. */
    public boolean containsCode() {
        return rendered().filter(message -> message.contains(CODE)).isPresent();
    }

    private Optional<String> rendered() {
        try {
            MessageFormat format = new MessageFormat(text, Locale.forLanguageTag(locale));
            return Optional.of(format.format(new Object[] {CODE, tenant, MINUTES}));
        } catch (IllegalArgumentException noSuchFormat) {
            return Optional.empty();
        }
    }
}
