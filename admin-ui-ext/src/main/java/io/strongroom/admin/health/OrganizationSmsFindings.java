package io.strongroom.admin.health;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sms.SenderId;
import io.strongroom.factor.sms.SmsBudget;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.OrganizationTenant;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings about the text, the sender and the budget that an organization sets for its text messages. */
record OrganizationSmsFindings(OrganizationScope organization, OrganizationRule rule) {

    private static final String TEMPLATE = "twoFactor.sms.template";
    private static final String SENDER = "twoFactor.sms.sender";

    Stream<Finding> all() {
        OrganizationTenant tenant = OrganizationTenant.of(
                organization.model().getId(), organization.model().getName(), organization.parsed());
        LoginTenant login =
                new LoginTenant(organization.realm(), tenant.policy().policy().sms(), Optional.of(tenant));
        Optional<Finding> length = sets(TEMPLATE) ? SmsFindings.length(login) : Optional.empty();
        Optional<Finding> sender = sets(SENDER) ? SendingFindings.sender(SenderId.of(login), true) : Optional.empty();
        Optional<Finding> budget = SmsBudget.of(organization.session(), organization.realm(), tenant, Clock.systemUTC())
                .flatMap(SmsFindings::budget);
        return Stream.of(length, sender, budget).flatMap(Optional::stream);
    }

    private boolean sets(String attribute) {
        return rule.attributes().containsKey(attribute);
    }
}
