package io.strongroom.admin.user;

import io.strongroom.admin.query.Factors;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.UserModel;

/**
 * A user of the list.
 *
 * @param status          {@code none}, {@code sms}, {@code totp}, {@code both}, {@code exempt}, {@code in-grace}, {@code locked}, or
 *                        {@code unknown}: in a directory whose users are not imported
 * @param phoneNumber     the user's own number, or null; masked but to those who may manage this user
 * @param required        whether they hold a role that requires a second factor
 * @param exempt          whether they hold a role that exempts from the tenant's rule
 * @param backupCodesLeft how many backup codes are unused
 * @param lastUsed        the method that was used last, {@code sms} or {@code totp}, which is offered first; or null
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
        String phoneNumber,
        boolean required,
        boolean exempt,
        int backupCodesLeft,
        String lastUsed) {

    /** @param whole whether the number of the user with an id is shown whole */
    public static UserSummary of(UserRow row, TenantPolicy tenant, Instant now, Predicate<String> whole) {
        Factors factors = row.factors();
        return new UserSummary(
                row.id(),
                row.username(),
                row.email(),
                row.firstName(),
                row.lastName(),
                row.enabled(),
                UserStatus.of(row.standing(), tenant, now).word(),
                NumberDisplay.number(row.ownNumber(tenant.sms()), () -> whole.test(row.id())),
                row.required(),
                row.exempt(),
                factors.backupCodesLeft(),
                factors.first().map(Method::word).orElse(null));
    }

    /** Of a directory whose users are not imported. */
    static UserSummary unknown(UserModel user) {
        return new UserSummary(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                user.isEnabled(),
                UserStatus.UNKNOWN.word(),
                null,
                false,
                false,
                0,
                null);
    }
}
