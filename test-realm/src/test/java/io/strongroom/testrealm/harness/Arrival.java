package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A redirect to the application. No server listens there: the browser stops and keeps the address. */
public record Arrival(URI uri) implements Landing {

    public Optional<String> code() {
        return parameter("code");
    }

    public Optional<String> error() {
        return parameter("error");
    }

    /** A query parameter, or one of the fragment. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name));
    }

    private Map<String, String> parameters() {
        return FormCodec.decode(uri.getRawQuery() == null ? uri.getRawFragment() : uri.getRawQuery());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
