package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.TenantName;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import java.net.URI;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Creates message texts in the user's language. */
final class SmsText {

    private SmsText() {}

    static SmsMessage of(LoginStep step, SmsRules rules, PhoneNumber to, String code) {
        String tenant = TenantName.of(step.realm());
        long minutes = rules.codeTtl().toMinutes();
        String text = SmsWording.of(step.realm(), rules)
                .usable()
                .map(template -> template.render(code, minutes, tenant))
                .orElseGet(() -> withCode(translated(step, code, tenant, minutes), code));
        URI login = step.session().getContext().getUri(UrlType.FRONTEND).getBaseUri();
        return message(step.realm(), rules, to, OriginBoundCode.appendTo(text, code, login));
    }

    /**
     * Returns the translated text, or a minimal one if the realm's own translation is malformed, so that users still
     * get the code.
     */
    private static String translated(LoginStep step, String code, String tenant, long minutes) {
        try {
            return step.form().get().getMessage(SmsTranslation.KEY, code, tenant, minutes);
        } catch (IllegalArgumentException noSuchFormat) {
            return code + " " + tenant;
        }
    }

    /**
     * Creates a message whose sender is the one that the tenant configured, or the tenant's name if it configured
     * none.
     */
    static SmsMessage message(RealmModel realm, SmsRules rules, PhoneNumber to, String text) {
        return new SmsMessage(realm.getName(), to, SenderId.of(realm, rules).shown(), text);
    }

    /** Prepends the code if the realm's own translation doesn't contain it. */
    static String withCode(String text, String code) {
        return text.contains(code) ? text : code + " " + text;
    }
}
