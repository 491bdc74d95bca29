package io.strongroom.admin.oneself;

import com.google.auto.service.AutoService;
import io.strongroom.facts.OwnFactors;
import io.strongroom.provider.PlainFactory;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Keycloak makes listeners of events before a request to its admin API does anything, with the administrator known by then. Nothing
 * is to be heard of: this is where a request begins.
 */
@AutoService(EventListenerProviderFactory.class)
public final class OwnAccountWatcherFactory
        implements EventListenerProviderFactory, PlainFactory<EventListenerProvider> {

    public static final String ID = "strongroom-oneself-watcher";

    private static final String WATCHED = "strongroom.oneself";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What follows the realm in the admin API; the account API of a realm called {@code admin} is something else. */
    private static final Pattern ADMIN_API =
            Pattern.compile("(?:(?!realms/).)*admin/realms/[^/]+/(.*)", Pattern.DOTALL);

    /** What a directory changes while it is synchronized is not the administrator's doing. */
    private static final String SYNCHRONIZATION = "user-storage/";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        if (session.getContext().getBearerToken() != null && session.getAttribute(WATCHED) == null) {
            watch(session);
        }
        return new Silent();
    }

    private static void watch(KeycloakSession session) {
        session.setAttribute(WATCHED, Boolean.TRUE);
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !changesSomething(session.getContext()) || !new OwnFactors(session).isGuarded()) {
            return;
        }
        UserModel administrator = session.getContext().getUser();
        if (administrator != null
                && administrator.getServiceAccountClientLink() == null
                && session.users().getUserById(realm, administrator.getId()) != null) {
            session.getTransactionManager().enlistPrepare(new OwnAccountChange(session, realm, administrator));
        }
    }

    private static boolean changesSomething(KeycloakContext context) {
        return isWatched(
                context.getHttpRequest().getHttpMethod(), context.getUri().getPath());
    }

    static boolean isWatched(String method, String path) {
        Matcher api = ADMIN_API.matcher(path);
        return !READING.contains(method) && api.matches() && !api.group(1).startsWith(SYNCHRONIZATION);
    }

    private static final class Silent implements EventListenerProvider {
        @Override
        public void onEvent(Event event) {}

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
