package io.strongroom.factor.sms.attribute;

import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.Method;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Reads the {@code phoneNumber} user attribute. Numbers may be in any common notation, because validators can't
 * normalize values and don't run for directory updates.
 */
public final class PhoneNumberAttribute {

    public static final String NAME = "phoneNumber";

    private final KeycloakSession session;
    private final UserModel user;

    /** @param user user of the realm in the session's context */
    public PhoneNumberAttribute(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /**
     * Returns the number if users can't write the attribute, which means that an administrator or a directory vouches
     * for it.
     */
    public Optional<PhoneNumber> vouched() {
        return isVouchedFor() ? number() : Optional.empty();
    }

    /** Returns whether a value is vouched for but is not a number that can receive messages. */
    public boolean isUnreadable() {
        return isVouchedFor() && number().isEmpty();
    }

    /**
     * Returns the values in the profile, including those that do not count while a link is unproven; empty if users
     * can edit the attribute.
     */
    public List<String> profileValues() {
        return isProtectedFromUsers() ? user.getAttributeStream(NAME).toList() : List.of();
    }

    /** Returns the raw values if an administrator or a directory vouches for them. */
    public List<String> trustedValues() {
        return isVouchedFor() ? values() : List.of();
    }

    private boolean isVouchedFor() {
        return value().isPresent() && isProtectedFromUsers();
    }

    /** Returns the value to propose during enrolment. The user has to prove it like any entered number. */
    public Optional<String> suggestion() {
        return vouched().isPresent()
                ? Optional.empty()
                : number().map(PhoneNumber::e164).or(this::value);
    }

    private boolean isProtectedFromUsers() {
        return AttributeWriteAccess.isProtectedFromUsers(
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

    /**
     * Returns the values from before an unproven identity provider link, if any, because the provider's mappers may
     * have changed the attribute since. If the account had neither a number nor a stored factor, returns the current
     * values: without them, the password would be enough to enrol any number.
     */
    private List<String> values() {
        List<String> values = UnprovenLinks.of(user)
                .before()
                .map(BeforeLink::numbers)
                .filter(numbers -> !numbers.isEmpty() || hasStoredFactor())
                .orElseGet(() -> user.getAttributeStream(NAME).toList());
        return values.stream().filter(ProfileNumbers::isMeant).toList();
    }

    private boolean hasStoredFactor() {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .anyMatch(credential ->
                        Method.ofCredentialType(credential.getType()).isPresent());
    }
}
