package io.strongroom.admin.ownaccount;

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
 * Starts an {@link OwnAccountChange} for each writing request to Keycloak's admin API. Keycloak creates event
 * listeners when the administrator is known but the request has not changed anything yet. The listener itself
 * ignores all events.
 */
@AutoService(EventListenerProviderFactory.class)
public final class OwnAccountWatcherFactory
        implements EventListenerProviderFactory, PlainFactory<EventListenerProvider> {

    public static final String ID = "strongroom-oneself-watcher";

    private static final String WATCHED = "strongroom.oneself";
    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Matches paths of the admin API and captures the part after the realm. Excludes the account API of a realm
     * called {@code admin}.
     */
    private static final Pattern ADMIN_API =
            Pattern.compile("(?:(?!realms/).)*admin/realms/[^/]+/(.*)", Pattern.DOTALL);

    /** Prefix of the paths that synchronize a directory. The administrator is not responsible for these changes. */
    private static final String SYNCHRONIZATION = "user-storage/";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        if (session.getContext().getBearerToken() != null && session.getAttribute(WATCHED) == null) {
            watch(session);
        }
        return new IgnoringListener();
    }

    private static void watch(KeycloakSession session) {
        session.setAttribute(WATCHED, Boolean.TRUE);
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !isWatched(session.getContext()) || !new OwnFactors(session).isGuarded()) {
            return;
        }
        UserModel administrator = session.getContext().getUser();
        if (administrator != null
                && administrator.getServiceAccountClientLink() == null
                && session.users().getUserById(realm, administrator.getId()) != null) {
            session.getTransactionManager().enlistPrepare(new OwnAccountChange(session, realm, administrator));
        }
    }

    private static boolean isWatched(KeycloakContext context) {
        return isWatched(
                context.getHttpRequest().getHttpMethod(), context.getUri().getPath());
    }

    static boolean isWatched(String method, String path) {
        Matcher api = ADMIN_API.matcher(path);
        return !READ_METHODS.contains(method) && api.matches() && !api.group(1).startsWith(SYNCHRONIZATION);
    }

    private static final class IgnoringListener implements EventListenerProvider {
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
