package io.strongroom.factor.sms.attribute;

import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * The user attribute {@code phoneNumber}. It is only read, and read as people write numbers, since a validator cannot change a
 * value and a directory knows no validator.
 */
public final class PhoneNumberAttribute {

    public static final String NAME = "phoneNumber";

    private final KeycloakSession session;
    private final UserModel user;

    /** @param user of the realm that the session's context is in */
    public PhoneNumberAttribute(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** The number, where the user can't have written it: then an administrator or a directory vouches for it. */
    public Optional<PhoneNumber> vouched() {
        return isVouchedFor() ? number() : Optional.empty();
    }

    /** Whether an administrator or a directory vouches for something that is no number messages can be sent to. */
    public boolean isUnreadable() {
        return isVouchedFor() && number().isEmpty();
    }

    /** What stands there, where an administrator or a directory vouches for it. */
    public List<String> vouchedValues() {
        return isVouchedFor() ? values() : List.of();
    }

    private boolean isVouchedFor() {
        return value().isPresent() && isBeyondUsers();
    }

    /** What to propose to a user who sets up a number. It has to be proven like anything that is typed. */
    public Optional<String> suggestion() {
        return vouched().isPresent()
                ? Optional.empty()
                : number().map(PhoneNumber::e164).or(this::value);
    }

    private boolean isBeyondUsers() {
        return AttributeKeeper.isBeyondUsers(
                session.getProvider(UserProfileProvider.class).getConfiguration());
    }

    private Optional<PhoneNumber> number() {
        List<String> values = values();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        PolicyStore policies = new PolicyStore(session, session.getContext().getRealm());
        ProfileNumbers numbers = new ProfileNumbers(policies.tenant().sms());
        return values.stream().flatMap(value -> numbers.read(value).stream()).findFirst();
    }

    private Optional<String> value() {
        return values().stream().findFirst();
    }

    /** While a link to an identity provider is unproven, what stood here before: the provider's mappers may have written since. */
    private List<String> values() {
        List<String> values = UnprovenLinks.of(user)
                .before()
                .map(BeforeLink::numbers)
                .orElseGet(() -> user.getAttributeStream(NAME).toList());
        return values.stream().filter(ProfileNumbers::isMeant).toList();
    }
}
