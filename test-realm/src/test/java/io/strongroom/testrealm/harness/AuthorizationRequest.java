package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** An OpenID Connect authorization request that tests can change. */
public record AuthorizationRequest(URI endpoint, Map<String, String> parameters) {

    public AuthorizationRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new AuthorizationRequest(endpoint, more);
    }

    public URI uri() {
        return URI.create(endpoint + "?" + FormCodec.encode(parameters));
    }
}
