package io.strongroom.gateway.inbox;

import io.strongroom.gateway.inbox.Inbox.Received;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Environment;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Shows the messages in the inbox as a page or as JSON. Responds with 404 outside development mode. */
public final class InboxResource implements RealmResourceProvider {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final KeycloakSession session;

    InboxResource(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response messages(@QueryParam("format") String format) {
        if (!Environment.isDevMode()) {
            throw new NotFoundException();
        }
        String tenant = session.getContext().getRealm().getName();
        List<Received> messages = InboxGatewayFactory.INBOX.of(tenant);
        return "json".equals(format) ? json(messages) : page(tenant, messages);
    }

    private static Response json(List<Received> messages) {
        List<Map<String, Object>> entries = messages.stream()
                .map(received -> Map.<String, Object>of(
                        "at", received.at().toEpochMilli(),
                        "to", received.message().to().e164(),
                        "text", received.message().text()))
                .toList();
        return Response.ok(entries, MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response page(String tenant, List<Received> messages) {
        List<Map<String, Object>> entries = messages.stream()
                .map(received -> Map.<String, Object>of(
                        "at", TIME.format(received.at()),
                        "to", received.message().to().e164(),
                        "text", received.message().text()))
                .toList();
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("inbox", Map.of("realmName", tenant, "messages", entries))
                .setResponseHeader("Cache-Control", "no-store")
                .createForm("strongroom-inbox.ftl");
    }

    @Override
    public void close() {}
}
