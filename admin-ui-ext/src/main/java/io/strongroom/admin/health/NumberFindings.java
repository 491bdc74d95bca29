package io.strongroom.admin.health;

import io.strongroom.admin.query.UnreadableNumbers;
import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Holding.Place;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.policy.TenantPolicy;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Findings about phone numbers in user profiles that can't be read, so no code can be sent to them. */
final class NumberFindings {

    private static final int MAX_NAMES = 10;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    NumberFindings(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
    }

    /** Returns whether the tenant accepts a factor that needs a phone number. */
    static boolean areAccepted(TenantPolicy tenant) {
        return Factors.all().stream()
                .filter(factor -> factor.heldBy().place() == Place.PHONE_NUMBER)
                .map(Factor::method)
                .anyMatch(tenant::accepts);
    }

    Optional<Finding> unreadable() {
        if (!areAccepted(tenant)) {
            return Optional.empty();
        }
        UnreadableNumbers unreadable = UnreadableNumbers.of(session, realm);
        return unreadable.users().isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning("user attribute " + PhoneNumberAttribute.NAME, message(unreadable)));
    }

    private String message(UnreadableNumbers unreadable) {
        String names = unreadable.users().stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return "The profiles of %d users%s contain a phone number that cannot be read, so no code can be sent to it. Until this is fixed, users without another factor cannot log in: %s%s. %s"
                .formatted(
                        unreadable.count(),
                        unreadable.partial() ? " (not all profiles were checked)" : "",
                        names,
                        unreadable.count() > MAX_NAMES ? ", …" : "",
                        tenant.sms().home().isEmpty()
                                ? "Set twoFactor.sms.defaultCountry, or write the numbers in international format"
                                : "Write the numbers in international format, or remove them");
    }
}
