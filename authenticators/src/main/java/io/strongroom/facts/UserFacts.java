package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.Facts.User;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Reads the user's roles, factors and unusable numbers. */
final class UserFacts {

    private final UserContext context;
    private final List<CredentialModel> credentials;

    /** @param credentials all credentials of the user */
    UserFacts(UserContext context, List<CredentialModel> credentials) {
        this.context = context;
        this.credentials = credentials;
    }

    /** Returns the user's facts. While a link is unproven, the user's roles from before the link apply. */
    User user(TenantPolicy tenant, List<Room> rooms) {
        Optional<BeforeLink> before = UnprovenLinks.among(credentials).before();
        return new User(
                holdsAny(tenant.roles().required())
                        || before.filter(BeforeLink::required).isPresent(),
                holdsAny(tenant.roles().exempt())
                        && before.map(BeforeLink::exempt).orElse(true),
                unusable(tenant, rooms),
                GraceStart.since(credentials));
    }

    private boolean holdsAny(Set<String> roles) {
        return roles.stream().anyMatch(name -> {
            RoleModel role = KeycloakModelUtils.getRoleFromString(context.session(), context.realm(), name);
            return role != null && context.user().hasRole(role);
        });
    }

    /**
     * Returns where the user's unusable number is stored, if any. An unreadable number in the profile counts only
     * if the tenant or a data room accepts text messages.
     */
    private Unusable unusable(TenantPolicy tenant, List<Room> rooms) {
        if (credentials.stream().anyMatch(UserFacts::isUnusable)) {
            return Unusable.STORED;
        }
        boolean isSmsAccepted = tenant.methods().contains(Method.SMS)
                || rooms.stream().anyMatch(room -> room.policy().methods().contains(Method.SMS));
        return isSmsAccepted && new PhoneNumberAttribute(context.session(), context.user()).isUnreadable()
                ? Unusable.IN_PROFILE
                : Unusable.NONE;
    }

    private static boolean isUnusable(CredentialModel model) {
        return SmsCredential.TYPE.equals(model.getType())
                && SmsCredential.of(model).filter(SmsCredential::isTrusted).isEmpty();
    }

    /** Returns the stored factors in the user's order, followed by the number from the profile. */
    List<Factor> factors() {
        Stream<Factor> stored = credentials.stream().map(UserFacts::factor).flatMap(Optional::stream);
        return Stream.concat(stored, profileNumber().stream()).toList();
    }

    private Optional<Factor> profileNumber() {
        return new SmsCredentials(context)
                .fromProfile()
                .map(number -> new Factor(Method.SMS, number.id(), number.dataRoom(), true));
    }

    private static Optional<Factor> factor(CredentialModel model) {
        return switch (model.getType()) {
            case SmsCredential.TYPE ->
                SmsCredential.of(model)
                        .filter(SmsCredential::isTrusted)
                        .map(number -> new Factor(Method.SMS, number.id(), number.dataRoom()));
            case OTPCredentialModel.TYPE -> Optional.of(new Factor(Method.TOTP, model.getId(), null));
            default -> Optional.empty();
        };
    }
}
