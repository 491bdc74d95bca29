package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginTenant;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.phone.PhoneNumber;
import java.net.URI;
import org.keycloak.urls.UrlType;

/** Creates message texts in the user's language. */
final class SmsText {

    private SmsText() {}

    static SmsMessage of(LoginStep step, LoginTenant tenant, PhoneNumber to, String code) {
        long minutes = tenant.sms().codeTtl().toMinutes();
        String text = SmsWording.of(tenant)
                .usable()
                .map(template -> template.render(code, minutes, tenant.name()))
                .orElseGet(() -> withCode(translated(step, code, tenant.name(), minutes), code));
        URI login = step.session().getContext().getUri(UrlType.FRONTEND).getBaseUri();
        return message(tenant, to, OriginBoundCode.appendTo(text, code, login));
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
    static SmsMessage message(LoginTenant tenant, PhoneNumber to, String text) {
        return new SmsMessage(tenant.realm().getName(), to, SenderId.of(tenant).shown(), text);
    }

    /** Prepends the code if the realm's own translation doesn't contain it. */
    static String withCode(String text, String code) {
        return text.contains(code) ? text : code + " " + text;
    }
}
