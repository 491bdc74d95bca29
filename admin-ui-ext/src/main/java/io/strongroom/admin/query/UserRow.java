package io.strongroom.admin.query;

import io.strongroom.admin.query.UserStatus.Standing;
import io.strongroom.factor.sms.attribute.ProfileNumbers;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.Method;
import io.strongroom.policy.SmsRules;
import java.util.Optional;

/**
 * A user of a list.
 *
 * @param profileNumber what a directory or an administrator keeps in the attribute, as it stands there, where that counts; else
 *                          null
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

    public Standing standing() {
        return new Standing(locked(), exempt, required, hasNumber(), factors.has(Method.TOTP), factors.graceSince());
    }

    boolean locked() {
        return factors.locked(hasNumber());
    }

    private boolean hasNumber() {
        return factors.has(Method.SMS) || outside().isPresent();
    }

    /** By the same sign as the query: whether a code can be sent to it is known when one is. */
    public Optional<String> outside() {
        return Optional.ofNullable(profileNumber).filter(ProfileNumbers::beginsLikeOne);
    }

    /** The user's own number, or the one from outside, as the tenant reads it. */
    public Optional<PhoneNumber> ownNumber(SmsRules rules) {
        return factors.numbers()
                .filter(number -> number.dataRoom() == null)
                .map(number -> number.number())
                .findFirst()
                .or(() -> outside().flatMap(new ProfileNumbers(rules)::read));
    }
}
