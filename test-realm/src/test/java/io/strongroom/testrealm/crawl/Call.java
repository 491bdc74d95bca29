package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.crawl.Parameter.Value;
import io.strongroom.testrealm.harness.Json;
import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One attack: the endpoint, the page it is called from, and the data sent.
 *
 * @param place where the parameters are sent
 * @param fields sent in the body, if there is one
 * @param isJson whether the request asks for JSON and sends JSON
 */
record Call(
        Endpoint endpoint,
        Waiting waiting,
        Way way,
        Map<Parameter, Value> values,
        Place place,
        Fields fields,
        boolean isJson) {

    enum Place {
        ADDRESS,
        BODY,
        BOTH
    }

    List<HttpResponse<String>> send(Login login) {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((parameter, value) -> {
            if (value != Value.ABSENT) {
                parameters.put(parameter.queryName(), login.value(parameter, value));
            }
        });
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> body = new LinkedHashMap<>(fields.of(login));
        if (!endpoint.hasBody()) {
            query.putAll(body);
        }
        if (!endpoint.hasBody() || place != Place.BODY) {
            query.putAll(parameters);
        }
        if (place != Place.ADDRESS) {
            body.putAll(parameters);
        }
        String path = endpoint.path(name -> pathValue(name, login));
        URI uri = URI.create(login.tenant().realm().server().baseUrl()
                + path
                + (query.isEmpty() ? "" : "?" + FormCodec.encode(query)));
        String type = isJson ? "application/json" : "application/x-www-form-urlencoded";
        return login.send(
                endpoint.verb(),
                uri,
                !endpoint.hasBody() ? null : isJson ? Json.write(body) : FormCodec.encode(body),
                type);
    }

    private static String pathValue(String name, Login login) {
        return switch (name) {
            case "realm" -> login.tenant().realm().name();
            case "client", "client_id", "clientId" -> "app";
            case "provider_alias", "providerAlias" -> Tenant.PROVIDER;
            case "alias" -> "openid-configuration";
            case "version" -> "v1";
            case "extension" -> "ciba";
            case "resourceType" -> "Users";
            case "userId", "id" -> login.member().user().id();
            default -> "x";
        };
    }

    @Override
    public String toString() {
        String parameters = values.entrySet().stream()
                .filter(entry -> entry.getValue() != Value.ABSENT)
                .map(entry -> entry.getKey().queryName() + "=" + word(entry.getValue()))
                .collect(Collectors.joining(" "));
        return "%s by %s: %s %s [%s] in %s, with %s%s"
                .formatted(
                        word(waiting),
                        word(way),
                        endpoint.verb(),
                        endpoint.path(),
                        parameters,
                        word(place),
                        word(fields),
                        isJson ? " as JSON" : "");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
