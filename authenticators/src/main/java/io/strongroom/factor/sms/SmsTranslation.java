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
 * A text of messages that a realm has written into its localization, in place of the one that comes with Strongroom.
 *
 * @param locale as a language tag
 * @param text   by the rules of {@link MessageFormat}: {@code {0}} is the code, {@code {1}} the tenant, {@code {2}} minutes
 */
public record SmsTranslation(String locale, String text, String tenant) {

    /** Of the message. */
    public static final String KEY = "strongroomSmsText";

    private static final String CODE = "88888888";
    private static final long MINUTES = 10;

    /** Those of a realm, by their language. */
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

    /** How long it can get; empty where it is no text by the rules. */
    public Optional<SmsSegments> longest() {
        return rendered().map(SmsSegments::of);
    }

    /** Whether it says the code itself; where it does not, the code is put before it. */
    public boolean holdsCode() {
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
