package io.strongroom.factor.sms.attribute;

import io.strongroom.phone.DialledNumber;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads numbers as people and directories write them: in full, or as they are dialled in the tenant's country.
 *
 * @param home ISO 3166 code of that country, or null: unknown
 */
public record ProfileNumbers(String home) {

    /** What a number can begin with, for queries, which cannot read numbers. */
    public static final List<String> FIRST = List.of("+", "(", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

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

    /** By the sign that queries have. */
    public static boolean beginsLikeOne(String value) {
        return FIRST.stream().anyMatch(value.strip()::startsWith);
    }

    /** Directories have words for "none"; what holds a digit is meant to be a number. */
    public static boolean isMeant(String value) {
        return value != null && value.codePoints().anyMatch(Character::isDigit);
    }
}
