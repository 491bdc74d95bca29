package io.strongroom.admin.user;

import io.strongroom.admin.query.Organization;
import io.strongroom.admin.query.Standing;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.policy.Method;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
 * @param required        whether the user has a role that requires a second factor by one of the user's policies
 * @param exempt          whether the user's roles exempt the user from every policy
 * @param backupCodesLeft number of unused backup codes and of Keycloak's recovery codes
 * @param lastUsed        the method used last, which the next login offers first; or null
 * @param organizations   the user's organizations that the administrator may view, in the order of their names
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
        String lastUsed,
        List<Organization> organizations) {

    /**
     * @param fullNumbers takes a user id and tests whether the user's number is shown in full
     * @param visible     returns those of the user's organizations that are shown
     */
    public static UserSummary of(
            UserRow row, Instant now, Predicate<String> fullNumbers, UnaryOperator<List<Organization>> visible) {
        Standing standing = row.standing();
        return new UserSummary(
                row.id(),
                row.username(),
                row.email(),
                row.firstName(),
                row.lastName(),
                row.enabled(),
                UserStatus.of(row.statusInputs(), standing.policy(), now).id(),
                row.methods().stream().map(Method::word).toList(),
                NumberDisplay.number(row.ownNumber(standing.policy().sms()), () -> fullNumbers.test(row.id())),
                standing.required(),
                standing.exempt(),
                row.factors().codesLeft(),
                row.factors().preferred().map(Method::word).orElse(null),
                visible.apply(row.organizations()));
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
                null,
                List.of());
    }
}
