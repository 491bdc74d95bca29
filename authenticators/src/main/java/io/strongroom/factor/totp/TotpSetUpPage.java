package io.strongroom.factor.totp;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginTenant;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.authentication.otp.OTPApplicationProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.HmacOTP;
import org.keycloak.theme.TemplatingUtil;
import org.keycloak.theme.Theme;

/**
 * Renders {@code strongroom-totp-setup.ftl}. The page has the fields of Keycloak's page except the secret, which
 * stays on the server.
 */
final class TotpSetUpPage {

    static final String CODE = "totp";
    static final String NAME = "userLabel";

    /** The default settings of authenticator apps. Most apps support no others. */
    private static final OTPPolicy APP_DEFAULTS = OTPPolicy.DEFAULT_POLICY;

    private final LoginStep step;
    private final AppSecret secret;
    private final boolean nameRequired;
    private final boolean cancellable;

    /**
     * @param nameRequired whether this app needs a name because the user has another one
     * @param cancellable  whether the user may cancel
     */
    TotpSetUpPage(LoginStep step, AppSecret secret, boolean nameRequired, boolean cancellable) {
        this.step = step;
        this.secret = secret;
        this.nameRequired = nameRequired;
        this.cancellable = cancellable;
    }

    Response render() {
        return response(page());
    }

    Response renderError(String field, String key, Object... parameters) {
        return response(page().addError(new FormMessage(field, key, parameters)));
    }

    private LoginFormsProvider page() {
        OTPPolicy policy = step.realm().getOTPPolicy();
        KeyUri uri = KeyUri.of(policy, secret, issuer(), step.user().getUsername());
        Map<String, Object> model = new HashMap<>();
        model.put("apps", apps(policy));
        model.put("link", uri.value());
        model.put("qrCode", uri.qrCode());
        model.put("secret", secret.grouped());
        model.put("plainSecret", secret.base32());
        model.put("name", step.input().field(NAME).orElse(""));
        model.put("nameRequired", nameRequired);
        model.put("cancel", cancellable);
        model.put("period", policy.getPeriod());
        model.put("digits", policy.getDigits());
        model.put("algorithm", policy.getAlgorithmKey());
        model.put("type", policy.getType());
        model.put("counter", policy.getInitialCounter());
        model.put("unusual", isUnusual(policy));
        return step.page().setAttribute("setUp", model);
    }

    private static Response response(LoginFormsProvider form) {
        return form.createForm("strongroom-totp-setup.ftl");
    }

    private static boolean isUnusual(OTPPolicy policy) {
        return !OTPCredentialModel.TOTP.equals(policy.getType())
                || !HmacOTP.HMAC_SHA1.equals(policy.getAlgorithm())
                || policy.getDigits() != APP_DEFAULTS.getDigits()
                || policy.getPeriod() != APP_DEFAULTS.getPeriod();
    }

    /** Returns message keys for the names of the apps known to support the policy. */
    private List<String> apps(OTPPolicy policy) {
        return step.session().getAllProviders(OTPApplicationProvider.class).stream()
                .filter(app -> app.supports(policy))
                .map(OTPApplicationProvider::getName)
                .sorted()
                .toList();
    }

    private String issuer() {
        return LoginTenant.of(step).organizationName().orElseGet(this::realmName);
    }

    /** Returns the realm's name. As on Keycloak's page, it may contain a message key. */
    private String realmName() {
        String name = step.realm().getDisplayName();
        if (name == null || name.isBlank()) {
            return step.realm().getName();
        }
        try {
            Locale language = step.session().getContext().resolveLocale(step.user());
            Properties messages =
                    step.session().theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(step.realm(), language);
            return TemplatingUtil.resolveVariables(name, messages);
        } catch (IOException noTheme) {
            throw new UncheckedIOException(noTheme);
        }
    }
}
