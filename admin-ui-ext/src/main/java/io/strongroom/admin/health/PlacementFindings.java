package io.strongroom.admin.health;

import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.guard.SecondFactorGuardFactory;
import io.strongroom.policy.TenantPolicy;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Findings about parts of Strongroom that are missing from a realm with a policy. */
final class PlacementFindings {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    PlacementFindings(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
    }

    Stream<Finding> all() {
        return Stream.of(guard(), attribute()).flatMap(Optional::stream);
    }

    private Optional<Finding> guard() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID);
        boolean first = action != null
                && action.isEnabled()
                && realm.getRequiredActionProvidersStream()
                        .filter(RequiredActionProviderModel::isEnabled)
                        .noneMatch(other -> other.getPriority() < action.getPriority());
        return first
                ? Optional.empty()
                : Optional.of(Finding.error(
                                "required action " + SecondFactorGuardFactory.ID,
                                "The guard is not the first enabled required action. Until this is fixed, some or all users are not asked for a second factor. Enable the guard and move it to the top")
                        .fixedBy(Fix.GUARD));
    }

    private Optional<Finding> attribute() {
        boolean fits = !PhoneNumberDeclaration.isNeededBy(tenant) || new PhoneNumberDeclaration(session).isValidated();
        return fits
                ? Optional.empty()
                : Optional.of(Finding.warning(
                                "user profile, phoneNumber",
                                "Users can be added without a phone number, although text messages are the only accepted factor. Declare the attribute with its validator")
                        .fixedBy(Fix.PHONE_NUMBER_ATTRIBUTE));
    }
}
