package io.strongroom.factor.sms;

import io.strongroom.factor.TenantName;
import io.strongroom.gateway.SmsSegments;
import io.strongroom.policy.MessageTemplate;
import io.strongroom.policy.SmsRules;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** A tenant's own words for its messages, and how long they get. */
public final class SmsWording {

    /** What a message may cost at most, in messages of 160 letters or their like. */
    public static final int MOST_SEGMENTS = 3;

    private static final String LONGEST_CODE = "88888888";

    private final Optional<MessageTemplate> template;
    private final String tenant;

    SmsWording(Optional<MessageTemplate> template, String tenant) {
        this.template = template;
        this.tenant = tenant;
    }

    public static SmsWording of(RealmModel realm, SmsRules rules) {
        return new SmsWording(rules.template(), TenantName.of(realm));
    }

    /** How long the tenant's own words can get, or empty where it has none. */
    public Optional<SmsSegments> longest() {
        return template.map(words -> SmsSegments.of(words.render(LONGEST_CODE, 10, tenant)));
    }

    /** The tenant's own words, or empty: it has none, or they are too long, and the default is said instead. */
    public Optional<MessageTemplate> usable() {
        return longest().filter(length -> length.segments() <= MOST_SEGMENTS).flatMap(fits -> template);
    }
}
