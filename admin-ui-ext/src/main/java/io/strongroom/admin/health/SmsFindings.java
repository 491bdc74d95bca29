package io.strongroom.admin.health;

import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sms.SmsBudget;
import io.strongroom.factor.sms.SmsTranslation;
import io.strongroom.factor.sms.SmsWording;
import io.strongroom.gateway.SmsSegments;
import io.strongroom.policy.SmsRules;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Findings about the length of a tenant's text messages, and about its daily budget. */
final class SmsFindings {

    private static final String TEMPLATE = "twoFactor.sms.template";
    private static final String BUDGET = "twoFactor.sms.perTenantPerDay";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SmsRules rules;

    SmsFindings(KeycloakSession session, RealmModel realm, SmsRules rules) {
        this.session = session;
        this.realm = realm;
        this.rules = rules;
    }

    Stream<Finding> all() {
        return Stream.concat(Stream.of(length(), budget()).flatMap(Optional::stream), translations());
    }

    private Optional<Finding> length() {
        return length(LoginTenant.ofRealm(realm, rules));
    }

    /** Reports a template whose text takes several messages. */
    static Optional<Finding> length(LoginTenant tenant) {
        return SmsWording.of(tenant)
                .longest()
                .filter(text -> text.segments() > 1)
                .map(SmsFindings::tooLong);
    }

    /** Checks the realm's own translations, which are used if the policy has no template. */
    private Stream<Finding> translations() {
        return SmsWording.of(LoginTenant.ofRealm(realm, rules)).usable().isPresent()
                ? Stream.empty()
                : SmsTranslation.of(realm).flatMap(SmsFindings::flawsOf);
    }

    private static Stream<Finding> flawsOf(SmsTranslation translation) {
        String subject = "localization " + translation.locale();
        Optional<SmsSegments> longest = translation.longest();
        if (longest.isEmpty()) {
            return Stream.of(Finding.warning(
                    subject,
                    "The realm's own %s cannot be read. Until this is fixed, messages contain only the code and the tenant's name. Check its braces"
                            .formatted(SmsTranslation.KEY)));
        }
        Optional<Finding> code = translation.containsCode()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        subject,
                        "The realm's own %s lacks {0}, the code. Until this is fixed, the code is put before the text. Add {0}"
                                .formatted(SmsTranslation.KEY)));
        Optional<Finding> length = longest.filter(text -> text.segments() > 1)
                .map(text -> Finding.warning(
                        subject,
                        "The realm's own %s takes up to %d messages%s. Each is charged. Shorten the text"
                                .formatted(SmsTranslation.KEY, text.segments(), alphabet(text))));
        return Stream.of(code, length).flatMap(Optional::stream);
    }

    private static String alphabet(SmsSegments text) {
        return text.unicode() ? ", because some of its letters are not in the GSM alphabet" : "";
    }

    private static Finding tooLong(SmsSegments text) {
        String effect = text.segments() > SmsWording.MOST_SEGMENTS
                ? "That is more than %d, so the default text is sent instead".formatted(SmsWording.MOST_SEGMENTS)
                : "Each is charged";
        return Finding.warning(
                TEMPLATE,
                "The text takes up to %d messages%s. %s. Shorten the text"
                        .formatted(text.segments(), alphabet(text), effect));
    }

    private Optional<Finding> budget() {
        return budget(SmsBudget.of(session, realm, rules, Clock.systemUTC()));
    }

    /** @param budget of the realm or of an organization */
    static Optional<Finding> budget(SmsBudget budget) {
        int used = budget.used();
        if (used * 100L < (long) budget.most() * SmsBudget.LOW) {
            return Optional.empty();
        }
        boolean spent = used >= budget.most();
        String message = "%d of today's budget of %d text messages are used%s"
                .formatted(
                        used, budget.most(), spent ? ". No more are sent before midnight UTC. Raise the budget" : "");
        return Optional.of(spent ? Finding.error(BUDGET, message) : Finding.warning(BUDGET, message));
    }
}
