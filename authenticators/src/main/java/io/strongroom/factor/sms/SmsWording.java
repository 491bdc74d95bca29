package io.strongroom.factor.sms;

import io.strongroom.factor.LoginTenant;
import io.strongroom.gateway.SmsSegments;
import io.strongroom.policy.MessageTemplate;
import java.util.Optional;

/** A tenant's own message template, and the length of the resulting text. */
public final class SmsWording {

    /** Maximum number of SMS segments per message. */
    public static final int MOST_SEGMENTS = 3;

    private static final String LONGEST_CODE = "88888888";
    private static final int LONGEST_TTL_MINUTES = 10;

    private final Optional<MessageTemplate> template;
    private final String tenant;

    SmsWording(Optional<MessageTemplate> template, String tenant) {
        this.template = template;
        this.tenant = tenant;
    }

    public static SmsWording of(LoginTenant tenant) {
        return new SmsWording(tenant.sms().template(), tenant.name());
    }

    /** Returns the maximum length of the rendered template; empty if the tenant has none. */
    public Optional<SmsSegments> longest() {
        return template.map(own -> SmsSegments.of(own.render(LONGEST_CODE, LONGEST_TTL_MINUTES, tenant)));
    }

    /** Returns the tenant's template; empty if there is none or it is too long, so that the default text is used. */
    public Optional<MessageTemplate> usable() {
        return longest().filter(length -> length.segments() <= MOST_SEGMENTS).flatMap(fits -> template);
    }
}
