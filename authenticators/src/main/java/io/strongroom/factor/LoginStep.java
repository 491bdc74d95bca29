package io.strongroom.factor;

import io.strongroom.context.UserContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One request of a login, handled by the guard, a required action or an authenticator in a flow.
 *
 * @param input the submitted form; empty if a page is only shown
 */
public record LoginStep(
        KeycloakSession session,
        RealmModel realm,
        UserModel user,
        AuthenticationSessionModel login,
        EventBuilder event,
        Supplier<LoginFormsProvider> form,
        Input input) {

    public static LoginStep of(RequiredActionContext context, Input input) {
        return new LoginStep(
                context.getSession(),
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession(),
                context.getEvent(),
                context::form,
                input);
    }

    public static LoginStep of(AuthenticationFlowContext context, Input input) {
        return new LoginStep(
                context.getSession(),
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession(),
                context.getEvent(),
                context::form,
                input);
    }

    /** Returns a copy of this step with an additional attribute for its pages. */
    public LoginStep with(String attribute, Object value) {
        return new LoginStep(
                session, realm, user, login, event, () -> form.get().setAttribute(attribute, value), input);
    }

    public UserContext context(Clock clock) {
        return new UserContext(session, realm, user, clock);
    }

    /** Returns the id of the browser's login attempt, shared by all its tabs. */
    public String loginId() {
        return login.getParentSession().getId();
    }

    /** Returns a form with a page that must not be cached (ASVS 14.3.2). */
    public LoginFormsProvider page() {
        return form.get().setResponseHeader("Cache-Control", "no-store");
    }

    /**
     * The fields of a submitted form.
     *
     * @param fields null if no form was submitted
     */
    public record Input(MultivaluedMap<String, String> fields) {

        public static Input none() {
            return new Input(null);
        }

        public Optional<String> field(String name) {
            return fields == null
                    ? Optional.empty()
                    : Optional.ofNullable(fields.getFirst(name)).map(String::strip);
        }

        public boolean has(String name) {
            return fields != null && fields.containsKey(name);
        }
    }
}
