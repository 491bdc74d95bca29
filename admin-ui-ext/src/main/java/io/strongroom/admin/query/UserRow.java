package io.strongroom.admin.query;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.sms.attribute.ProfileNumbers;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.Method;
import io.strongroom.policy.SmsRules;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A user of a list, as loaded from the database.
 *
 * @param emailVerified whether the user has a verified e-mail address
 * @param profileNumber unparsed value of the phone number attribute, or null if there is none or profile numbers do not
 *                      count
 * @param standing      what the rule of the list says about the user
 * @param organizations the user's organizations in the order of their names; none if the list does not show them
 */
public record UserRow(
        String id,
        String username,
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        boolean emailVerified,
        String profileNumber,
        Standing standing,
        List<Organization> organizations,
        StoredFactors factors) {

    public UserStatus.Inputs statusInputs() {
        return new UserStatus.Inputs(
                locked(),
                standing.exempt(),
                standing.required() || standing.held() || factors.hasOwn(standing.accepted()),
                methods(),
                factors.graceSince());
    }

    boolean locked() {
        return factors.locked(this::has);
    }

    /** Returns the methods of the user's accepted factors, the strongest first. */
    public Set<Method> methods() {
        return methods(factor -> has(factor));
    }

    /** @param has tests whether the user has a factor, accepted or not */
    Set<Method> methods(Predicate<Factor> has) {
        Set<Method> methods = new TreeSet<>();
        Factors.all().stream()
                .filter(factor -> factor.heldBy().isAcceptedBy(standing.accepted()))
                .filter(has)
                .map(Factor::method)
                .forEach(methods::add);
        return Collections.unmodifiableSet(methods);
    }

    /** Returns whether the user has a factor, accepted or not. */
    boolean has(Factor factor) {
        return switch (factor.heldBy().place()) {
            case CREDENTIAL -> factors.has(factor.type());
            case PHONE_NUMBER ->
                factors.has(factor.type()) || usableProfileNumber().isPresent();
            case VERIFIED_EMAIL -> emailVerified;
        };
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
