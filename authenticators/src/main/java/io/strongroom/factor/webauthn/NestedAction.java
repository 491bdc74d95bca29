package io.strongroom.factor.webauthn;

import io.strongroom.factor.LoginStep;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;

/**
 * Runs Keycloak's required action for keys inside the guard: its form leads back to the guard, its page is Strongroom's,
 * and its result does not end the guard's own action.
 */
final class NestedAction extends RequiredActionContextResult {

    static final String NO_ERROR = "";

    private final LoginStep step;
    private final KeyKind kind;
    private final String error;

    /** @param error message key of an error to be shown; empty for none */
    NestedAction(RequiredActionContext guard, LoginStep step, KeyKind kind, String error) {
        super(
                guard.getAuthenticationSession(),
                guard.getRealm(),
                guard.getEvent().clone(),
                guard.getSession(),
                guard.getHttpRequest(),
                guard.getUser(),
                (RequiredActionFactory) guard.getSession()
                        .getKeycloakSessionFactory()
                        .getProviderFactory(RequiredActionProvider.class, guard.getAction()));
        this.step = step;
        this.kind = kind;
        this.error = error;
    }

    Response page() {
        return challenge;
    }

    @Override
    public LoginFormsProvider form() {
        LoginFormsProvider form = step.page();
        if (!error.isEmpty()) {
            form.setError(error);
        }
        return (LoginFormsProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LoginFormsProvider.class},
                new OwnPage(form, kind, keys()));
    }

    private long keys() {
        return step.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(kind.type())
                .count();
    }

    /** Replaces Keycloak's page, and asks the authenticator to verify the user who sets up a passkey. */
    private record OwnPage(LoginFormsProvider form, KeyKind kind, long keys) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            boolean isPage = method.getName().equals("createForm");
            boolean isVerification = method.getName().equals("setAttribute")
                    && WebAuthnConstants.USER_VERIFICATION_REQUIREMENT.equals(arguments[0])
                    && kind == KeyKind.PASSKEY;
            if (isPage) {
                return form.setAttribute("keyMethod", kind.method().word())
                        .setAttribute("keys", keys)
                        .createForm("strongroom-key-setup.ftl");
            }
            if (isVerification) {
                arguments[1] = Constants.WEBAUTHN_POLICY_OPTION_REQUIRED;
            }
            try {
                Object result = method.invoke(form, arguments);
                return result == form ? proxy : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
