package io.strongroom.admin;

import io.strongroom.admin.query.UnreadableNumbers;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Numbers of profiles that keep their users out, since nobody can send a code to them. */
final class NumberFindings {

    private static final int NAMED = 10;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    NumberFindings(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
    }

    Optional<Finding> unreadable() {
        if (!tenant.methods().contains(Method.SMS)) {
            return Optional.empty();
        }
        UnreadableNumbers unreadable = UnreadableNumbers.of(session, realm);
        return unreadable.users().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding("warning", "user attribute " + PhoneNumberAttribute.NAME, sentence(unreadable)));
    }

    private String sentence(UnreadableNumbers unreadable) {
        String names = unreadable.users().stream().limit(NAMED).collect(Collectors.joining(", "));
        return "The profiles of %d users%s have a number to which no message can be sent; those among them who have no other factor are refused: %s%s. %s"
                .formatted(
                        unreadable.count(),
                        unreadable.partial() ? " (of those read first)" : "",
                        names,
                        unreadable.count() > NAMED ? ", …" : "",
                        tenant.sms().home().isEmpty()
                                ? "Set twoFactor.sms.defaultCountry, or write the numbers in full"
                                : "Write the numbers in full, or take them out");
    }
}
