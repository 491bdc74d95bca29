package io.strongroom.admin.user;

import io.strongroom.admin.query.Factors;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.admin.user.UserDetail.Factor;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.lockout.FactorLocks;
import io.strongroom.policy.Facts;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Gathers what is to be told of one user, wherever they come from. */
final class UserDetails {

    private final AdminRequest request;
    private final UserModel user;
    private final boolean whole;

    UserDetails(AdminRequest request, UserModel user) {
        this.request = request;
        this.user = user;
        this.whole = request.access().seesNumbersOf(user);
    }

    UserDetail get() {
        Instant now = request.clock().instant();
        TenantPolicy tenant = new PolicyStore(request.session(), request.realm()).tenant();
        Facts.User facts = new FactsGatherer(request.session(), request.realm(), user, request.clock())
                .ofUser()
                .user();
        Factors factors = new Factors(user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> Factors.TYPES.contains(credential.getType()))
                .toList());
        Optional<SmsCredential> outside = new SmsCredentials(request.session(), user, request.clock()).fromProfile();
        Optional<String> kept = new PhoneNumberAttribute(request.session(), user)
                .vouchedValues().stream().findFirst();
        UserRow row = new UserRow(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                user.isEnabled(),
                kept.orElse(null),
                facts.exempt(),
                facts.required(),
                factors);
        return new UserDetail(
                UserSummary.of(row, tenant, now, id -> whole),
                Stream.concat(
                                factors.credentials().stream()
                                        .filter(credential -> Factors.REMOVABLE.contains(credential.getType()))
                                        .map(this::factor),
                                outside.map(this::fromProfile).stream())
                        .toList(),
                List.copyOf(new FactorLocks(request.session(), request.realm(), user, request.clock()).locked()),
                new RememberedBrowsers(request.session(), request.realm(), user, now)
                        .usable(factors.credentials(), tenant.rememberBrowserDays())
                        .count(),
                tenant.grace()
                        .endFor(factors.graceSince(), now)
                        .filter(end -> factors.graceSince().isPresent())
                        .map(Instant::toEpochMilli)
                        .orElse(null));
    }

    private Factor factor(CredentialModel credential) {
        Optional<SmsCredential> number =
                SmsCredential.TYPE.equals(credential.getType()) ? SmsCredential.of(credential) : Optional.empty();
        return new Factor(
                credential.getId(),
                credential.getType(),
                credential.getUserLabel(),
                credential.getCreatedDate(),
                number.map(sms -> NumberDisplay.number(sms.number(), whole)).orElse(null),
                number.map(SmsCredential::dataRoom).orElse(null),
                number.map(SmsCredential::dataRoom).map(this::roomName).orElse(null),
                number.map(SmsCredential::setBy).map(UserDetails::word).orElse(null),
                number.isEmpty()
                        ? !SmsCredential.TYPE.equals(credential.getType())
                        : number.get().verifiedAt() != null);
    }

    private Factor fromProfile(SmsCredential number) {
        return new Factor(
                null,
                SmsCredential.TYPE,
                null,
                null,
                NumberDisplay.number(number.number(), whole),
                null,
                null,
                "admin",
                false);
    }

    /** Null where it is gone, or the administrator may not see it. */
    private String roomName(String roomId) {
        return Optional.ofNullable(request.session().groups().getGroupById(request.realm(), roomId))
                .filter(request.access()::canView)
                .map(GroupModel::getName)
                .orElse(null);
    }

    private static String word(SmsCredential.SetBy setBy) {
        return setBy.name().toLowerCase(Locale.ROOT);
    }
}
