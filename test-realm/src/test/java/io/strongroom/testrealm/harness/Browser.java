package io.strongroom.testrealm.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * A browser without JavaScript: cookies, forms, and redirects as long as they stay at Keycloak. A new instance is another browser; opening
 * a second address in the same one is a second tab. May be used by several threads.
 */
public final class Browser {
    private static final int MAX_REDIRECTS = 20;

    private final Cookies cookies = new Cookies();
    private final String language;

    public Browser() {
        this("en");
    }

    /** @param language value of {@code Accept-Language} */
    public Browser(String language) {
        this.language = language;
    }

    public Landing open(URI uri) {
        return follow(Http.to(uri).GET());
    }

    public Landing open(AuthorizationRequest request) {
        return open(request.uri());
    }

    /** Posts a form as if it had been on a page; for what no page of ours offers. */
    public Landing post(URI uri, Map<String, String> fields) {
        return follow(Http.form(uri, fields));
    }

    public Optional<String> cookie(String name) {
        return cookies.value(name);
    }

    /** A cookie that was set before the story begins. */
    public void keepCookie(URI uri, String name, String value) {
        cookies.keep(uri, name, value);
    }

    /** Takes the cookies of an answer that was got by other means. */
    void take(HttpResponse<String> response) {
        cookies.store(response.uri(), response.headers());
    }

    public void forgetCookie(String name) {
        cookies.forget(name);
    }

    private Landing follow(HttpRequest.Builder first) {
        HttpRequest request = finish(first);
        for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            HttpResponse<String> response = Http.send(request);
            cookies.store(request.uri(), response.headers());
            Optional<String> location = response.headers().firstValue("location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Page(this, response);
            }
            URI next = request.uri().resolve(location.get());
            if (!next.getAuthority().equals(request.uri().getAuthority())) {
                return new Arrival(next);
            }
            request = finish(Http.to(next).GET());
        }
        throw new AssertionError("Redirected in circles, last to " + request.uri());
    }

    private HttpRequest finish(HttpRequest.Builder builder) {
        builder.header("Accept", "text/html").header("Accept-Language", language);
        cookies.header(builder.copy().build().uri()).ifPresent(value -> builder.header("Cookie", value));
        return builder.build();
    }
}
