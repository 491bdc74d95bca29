package io.strongroom.factor.sms.attribute;

import com.google.auto.service.AutoService;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.policy.store.PolicyStore;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

/**
 * Validator {@code two-factor-phone-number}, which accepts only numbers that can receive text messages (D8), and
 * requires a number if {@link RequiredNumber} applies. Its messages have no placeholders, because login pages and
 * consoles format them differently.
 */
@AutoService(ValidatorFactory.class)
public final class PhoneNumberValidator implements SimpleValidator, ConfiguredProvider {

    public static final String ID = "two-factor-phone-number";

    static final String REQUIRED = "strongroomAttributeRequired";

    @Override
    public String getId() {
        return ID;
    }

    /**
     * Validates the attribute. Keycloak also calls this method without a value; only its base class for validators
     * would skip such calls.
     */
    @Override
    public ValidationContext validate(
            Object input, String inputHint, ValidationContext context, ValidatorConfig config) {
        List<String> numbers = values(input).filter(value -> !value.isBlank()).toList();
        if (numbers.isEmpty() && isRequired(context)) {
            context.addError(new ValidationError(ID, inputHint, REQUIRED));
        }
        Optional<SmsRules> rules = numbers.isEmpty() ? Optional.empty() : rulesOf(context);
        numbers.forEach(number -> check(number, rules, inputHint, context));
        return context;
    }

    private static Stream<String> values(Object input) {
        Stream<?> values = input instanceof Collection<?> several ? several.stream() : Stream.ofNullable(input);
        return values.filter(Objects::nonNull).map(Object::toString);
    }

    private static boolean isRequired(ValidationContext context) {
        return context instanceof UserProfileAttributeValidationContext profile
                && new RequiredNumber(profile.getAttributeContext()).applies();
    }

    /** Returns the tenant's rules; empty if Keycloak validates without a session. Sending checks the rules again. */
    private static Optional<SmsRules> rulesOf(ValidationContext context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = session == null ? null : session.getContext().getRealm();
        return Optional.ofNullable(realm)
                .map(tenant -> new PolicyStore(session, tenant).tenant().sms());
    }

    private static void check(String value, Optional<SmsRules> rules, String inputHint, ValidationContext context) {
        Predicate<String> countries = country -> rules.map(SmsRules::countries)
                .map(allowed -> allowed.allows(country))
                .orElse(true);
        try {
            new ProfileNumbers(rules.flatMap(SmsRules::home).orElse(null)).parse(value, countries);
        } catch (PhoneNumber.RefusedException refused) {
            context.addError(new ValidationError(ID, inputHint, messageKey(refused.refusal())));
        }
    }

    static String messageKey(PhoneNumber.Refusal refusal) {
        return switch (refusal) {
            case MISSING -> REQUIRED;
            case FORMAT, COUNTRY_UNKNOWN -> "strongroomAttributeFormat";
            case IMPOSSIBLE -> "strongroomAttributeImpossible";
            case NO_TEXT -> "strongroomAttributeNoText";
            case COUNTRY -> "strongroomAttributeCountry";
        };
    }

    @Override
    public String getHelpText() {
        return "A phone number that can receive text messages, in international format or as dialled in the realm's"
                + " country. If text messages are the realm's only method and a second factor is required, administrators"
                + " can't save a user without a number.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
