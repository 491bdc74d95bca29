package io.strongroom.admin.query;

import io.strongroom.factor.sms.attribute.ProfileNumbers;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.Method;
import io.strongroom.policy.SmsRules;
import java.util.Optional;

/**
 * A user of a list, as loaded from the database.
 *
 * @param profileNumber unparsed value of the phone number attribute, or null if there is none or profile numbers do not
 *                      count
 */
public record UserRow(
        String id,
        String username,
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        String profileNumber,
        boolean exempt,
        boolean required,
        Factors factors) {

    public UserStatus.Inputs statusInputs() {
        return new UserStatus.Inputs(
                locked(), exempt, required, hasNumber(), factors.has(Method.TOTP), factors.graceSince());
    }

    boolean locked() {
        return factors.locked(hasNumber());
    }

    private boolean hasNumber() {
        return factors.has(Method.SMS) || usableProfileNumber().isPresent();
    }

    /**
     * Returns the number from the profile if it passes the same check as in the query, which can't determine
     * whether a code can be sent to the number.
     */
    public Optional<String> usableProfileNumber() {
        return Optional.ofNullable(profileNumber).filter(ProfileNumbers::beginsLikeOne);
    }

    /**
     * Returns the user's own number if there is one, otherwise the number from the profile or directory, parsed by
     * the tenant's rules.
     */
    public Optional<PhoneNumber> ownNumber(SmsRules rules) {
        return factors.numbers()
                .filter(number -> number.dataRoom() == null)
                .map(number -> number.number())
                .findFirst()
                .or(() -> usableProfileNumber().flatMap(new ProfileNumbers(rules)::read));
    }
}
