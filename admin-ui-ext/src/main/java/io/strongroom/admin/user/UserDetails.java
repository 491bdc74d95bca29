package io.strongroom.admin.user;

import io.strongroom.admin.query.Organization;
import io.strongroom.admin.query.Standing;
import io.strongroom.admin.query.StoredFactors;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.admin.user.UserDetail.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Holding.Place;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Collects the details of one user, including users of directories. */
final class UserDetails {

    private final AdminRequest request;
    private final UserModel user;
    private final boolean fullNumbers;

    UserDetails(AdminRequest request, UserModel user) {
        this.request = request;
        this.user = user;
        this.fullNumbers = request.access().seesNumbersOf(user);
    }

    UserDetail get() {
        Instant now = request.clock().instant();
        FactsGatherer gatherer = new FactsGatherer(request.contextOf(user));
        Facts facts = gatherer.ofUser();
        List<Organization> organizations = new VisibleOrganizations(request)
                .ofIds(new PolicyStore(request.session(), request.realm()).organizationIdsOf(user));
        TenantPolicy tenant = facts.tenant();
        StoredFactors factors = new StoredFactors(user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> StoredFactors.TYPES.contains(credential.getType()))
                .toList());
        Optional<SmsCredential> fromProfile = new SmsCredentials(request.contextOf(user)).fromProfile();
        Optional<String> profileNumber = new PhoneNumberAttribute(request.session(), user)
                .trustedValues().stream().findFirst();
        UserRow row = new UserRow(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                user.isEnabled(),
                user.isEmailVerified() && user.getEmail() != null,
                profileNumber.orElse(null),
                new Standing(
                        tenant,
                        facts.user().exempt(),
                        facts.user().required(),
                        facts.user().heldTo().isPresent(),
                        facts.methods()),
                organizations,
                factors);
        return new UserDetail(
                UserSummary.of(row, now, id -> fullNumbers, visible -> visible),
                Stream.of(
                                factors.credentials().stream()
                                        .filter(credential -> StoredFactors.REMOVABLE.contains(credential.getType()))
                                        .map(this::factor),
                                fromProfile
                                        .map(number -> NumberDisplay.number(number.number(), fullNumbers))
                                        .map(Factor::ofProfile)
                                        .stream(),
                                addresses(row))
                        .flatMap(shown -> shown)
                        .toList(),
                List.copyOf(new FactorLocks(request.contextOf(user)).locked()),
                new RememberedBrowsers(request.contextOf(user))
                        .usable(factors.credentials(), tenant.rememberBrowserDays())
                        .count(),
                tenant.grace()
                        .endFor(factors.graceSince(), now)
                        .filter(end -> factors.graceSince().isPresent())
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                askedBy(gatherer, organizations));
    }

    private static List<String> askedBy(FactsGatherer gatherer, List<Organization> organizations) {
        Map<String, String> aliases =
                organizations.stream().collect(Collectors.toMap(Organization::id, Organization::alias));
        return gatherer.askedBy().stream()
                .flatMap(asking -> asking.organization().isEmpty()
                        ? Stream.of(UserDetail.REALM)
                        : Stream.ofNullable(aliases.get(asking.organization().get())))
                .toList();
    }

    private static Stream<Factor> addresses(UserRow row) {
        return row.methods().stream()
                .map(Factors::of)
                .filter(factor -> factor.heldBy().place() == Place.VERIFIED_EMAIL)
                .map(factor -> Factor.ofAddress(factor.type(), row.email()));
    }

    private Factor factor(CredentialModel credential) {
        Optional<SmsCredential> number =
                SmsCredential.TYPE.equals(credential.getType()) ? SmsCredential.of(credential) : Optional.empty();
        return new Factor(
                credential.getId(),
                credential.getType(),
                credential.getUserLabel(),
                credential.getCreatedDate(),
                number.map(sms -> NumberDisplay.number(sms.number(), fullNumbers))
                        .orElse(null),
                number.map(SmsCredential::dataRoom).orElse(null),
                number.map(SmsCredential::dataRoom).map(this::roomName).orElse(null),
                number.map(SmsCredential::setBy).map(UserDetails::idOf).orElse(null),
                number.isEmpty()
                        ? !SmsCredential.TYPE.equals(credential.getType())
                        : number.get().verifiedAt() != null);
    }

    /** Returns the room's name, or null if the room no longer exists or the administrator may not see it. */
    private String roomName(String roomId) {
        return Optional.ofNullable(request.session().groups().getGroupById(request.realm(), roomId))
                .filter(request.access()::canView)
                .map(GroupModel::getName)
                .orElse(null);
    }

    private static String idOf(SmsCredential.SetBy setBy) {
        return setBy.name().toLowerCase(Locale.ROOT);
    }
}
