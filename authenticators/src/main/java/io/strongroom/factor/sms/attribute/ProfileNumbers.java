package io.strongroom.factor.sms.attribute;

import io.strongroom.phone.DialledNumber;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Parses phone numbers that are in international format or written as dialled in the tenant's country.
 *
 * @param home ISO 3166 code of the tenant's country; null if unknown
 */
public record ProfileNumbers(String home) {

    /** The characters a number can start with, for database queries that can't parse numbers. */
    public static final List<String> FIRST = List.of("+", "(", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    public ProfileNumbers(SmsRules rules) {
        this(rules.home().orElse(null));
    }

    /** Parses a number from any country. Sending checks whether the country is allowed. */
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

    /** Returns whether the value starts like a number, by the same rule as the queries. */
    public static boolean beginsLikeOne(String value) {
        return FIRST.stream().anyMatch(value.strip()::startsWith);
    }

    /**
     * Returns whether the value is meant to be a number, that is, contains a digit. Directories may contain words
     * such as "none".
     */
    public static boolean isMeant(String value) {
        return value != null && value.codePoints().anyMatch(Character::isDigit);
    }
}
