package io.strongroom.factor.sms.attribute;

import io.strongroom.phone.DialledNumber;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads numbers as people and directories write them: in full, or as they are dialled in the tenant's country.
 *
 * @param home ISO 3166 code of that country, or null: unknown
 */
public record ProfileNumbers(String home) {

    public ProfileNumbers(SmsRules rules) {
        this(rules.home().orElse(null));
    }

    /** Of whatever country: sending judges that. */
    public Optional<PhoneNumber> read(String value) {
        try {
            return Optional.of(parse(value, country -> true));
        } catch (PhoneNumber.RefusedException noNumber) {
            return Optional.empty();
        }
    }

    PhoneNumber parse(String value, Predicate<String> countries) throws PhoneNumber.RefusedException {
        return new DialledNumber(value, home).parse(countries);
    }

    /** Directories have words for "none"; what holds a digit is meant to be a number. */
    public static boolean isMeant(String value) {
        return value != null && value.codePoints().anyMatch(Character::isDigit);
    }
}
