package io.strongroom.admin.query;

import io.strongroom.admin.query.UserStatus.Standing;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.Method;
import java.util.Optional;

/**
 * A user of a list.
 *
 * @param numberFromOutside what a directory or an administrator keeps in the attribute, where that counts; else null
 */
public record UserRow(
        String id,
        String username,
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        String numberFromOutside,
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
        return Optional.ofNullable(numberFromOutside).filter(number -> number.startsWith("+"));
    }

    /** The user's own number, or the one from outside. */
    public Optional<PhoneNumber> ownNumber() {
        return factors.numbers()
                .filter(number -> number.dataRoom() == null)
                .map(number -> number.number())
                .findFirst()
                .or(() -> outside().flatMap(UserRow::parsed));
    }

    private static Optional<PhoneNumber> parsed(String number) {
        try {
            return Optional.of(PhoneNumber.parse(number));
        } catch (PhoneNumber.RefusedException noNumber) {
            return Optional.empty();
        }
    }
}
