package io.strongroom.admin.user;

import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.UserModel;

/**
 * A user as shown in the list of users.
 *
 * @param status          the method of the user's only accepted factor, such as {@code passkey} or {@code sms};
 *                        {@code both} for text messages and an app, {@code several} for other accepted factors;
 *                        {@code none}, {@code exempt}, {@code in-grace}, {@code locked}, or {@code unknown} for a user
 *                        of a directory whose users are not imported
 * @param factors         methods of the user's accepted factors, the strongest first
 * @param phoneNumber     the user's own number, or null; masked unless the administrator may manage this user
 * @param required        whether the user has a role that requires a second factor
 * @param exempt          whether the user has a role that exempts the user from the tenant policy
 * @param backupCodesLeft number of unused backup codes and of Keycloak's recovery codes
 * @param lastUsed        the method used last, which the next login offers first; or null
 */
@Schema(name = "User")
public record UserSummary(
        String id,
        String username,
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        String status,
        List<String> factors,
        String phoneNumber,
        boolean required,
        boolean exempt,
        int backupCodesLeft,
        String lastUsed) {

    /** @param fullNumbers takes a user id and tests whether the user's number is shown in full */
    public static UserSummary of(UserRow row, TenantPolicy tenant, Instant now, Predicate<String> fullNumbers) {
        return new UserSummary(
                row.id(),
                row.username(),
                row.email(),
                row.firstName(),
                row.lastName(),
                row.enabled(),
                UserStatus.of(row.statusInputs(), tenant, now).id(),
                row.methods().stream().map(Method::word).toList(),
                NumberDisplay.number(row.ownNumber(tenant.sms()), () -> fullNumbers.test(row.id())),
                row.required(),
                row.exempt(),
                row.factors().codesLeft(),
                row.factors().preferred().map(Method::word).orElse(null));
    }

    /** Returns the summary of a user from a directory that does not import its users; their factors are unknown. */
    static UserSummary unknown(UserModel user) {
        return new UserSummary(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                user.isEnabled(),
                UserStatus.UNKNOWN.id(),
                List.of(),
                null,
                false,
                false,
                0,
                null);
    }
}
