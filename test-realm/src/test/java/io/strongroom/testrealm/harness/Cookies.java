package io.strongroom.testrealm.harness;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies of one browser. Like Chromium it sends {@code Secure} ones to http on localhost, which {@code CookieManager} does not. */
final class Cookies {
    private record Key(String host, String path, String name) {}

    private final Map<Key, String> values = new LinkedHashMap<>();

    synchronized void store(URI uri, HttpHeaders headers) {
        for (String header : headers.allValues("set-cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                String path = cookie.getPath() == null ? "/" : cookie.getPath();
                Key key = new Key(uri.getHost(), path, cookie.getName());
                if (cookie.getMaxAge() == 0) {
                    values.remove(key);
                } else {
                    values.put(key, cookie.getValue());
                }
            }
        }
    }

    synchronized Optional<String> header(URI uri) {
        String header = values.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), uri))
                .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    synchronized Optional<String> value(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    synchronized void keep(URI uri, String name, String value) {
        values.put(new Key(uri.getHost(), uri.getPath(), name), value);
    }

    synchronized void forget(String name) {
        values.keySet().removeIf(key -> key.name().equals(name));
    }

    private static boolean matches(Key key, URI uri) {
        String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
        return key.host().equals(uri.getHost()) && path.startsWith(key.path());
    }
}
