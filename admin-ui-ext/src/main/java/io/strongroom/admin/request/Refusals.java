package io.strongroom.admin.request;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** Creates error responses with a message in the administrator's language; throwing one rolls the transaction back. */
public final class Refusals {

    private final Sentences sentences;

    public Refusals(Sentences sentences) {
        this.sentences = sentences;
    }

    public WebApplicationException notFound(String key) {
        return because(Status.NOT_FOUND, key);
    }

    public WebApplicationException forbidden(String key, Object... parameters) {
        return because(Status.FORBIDDEN, key, parameters);
    }

    public WebApplicationException because(Status status, String key, Object... parameters) {
        return answer(status, error(FieldError.ofBody(key, parameters)));
    }

    /** @param errors all errors in a request body, at least one */
    public WebApplicationException fields(List<FieldError> errors) {
        ErrorRepresentation body = error(errors.get(0));
        body.setErrors(errors.stream().map(this::error).toList());
        return answer(Status.BAD_REQUEST, body);
    }

    /** Returns an error response whose message contains all names and whose body also lists each name separately. */
    public WebApplicationException about(Status status, String key, List<String> names) {
        ErrorRepresentation body = error(FieldError.ofBody(key, String.join(", ", names)));
        body.setErrors(names.stream()
                .map(name -> new ErrorRepresentation(null, name, null))
                .toList());
        return answer(status, body);
    }

    private ErrorRepresentation error(FieldError error) {
        Object[] parameters = error.parameters().toArray();
        return new ErrorRepresentation(
                error.field(),
                sentences.of(error.messageKey(), parameters),
                parameters.length == 0 ? null : parameters);
    }

    private static WebApplicationException answer(Status status, ErrorRepresentation body) {
        return new ErrorResponseException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build());
    }
}
