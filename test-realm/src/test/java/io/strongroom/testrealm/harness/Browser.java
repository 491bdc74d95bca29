package io.strongroom.testrealm.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A browser without JavaScript: cookies, forms, and redirects as long as they stay at Keycloak. A new instance is another browser; opening
 * a second address in the same one is a second tab. May be used by several threads.
 */
public final class Browser {
    private static final int MAX_REDIRECTS = 20;
    private static final String HTML = "text/html";

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

    /** Posts a form that no page of ours offers. */
    public Landing post(URI uri, Map<String, String> fields) {
        return follow(Http.form(uri, fields));
    }

    public Optional<String> cookie(String name) {
        return cookies.value(name);
    }

    /** Sets a cookie before the test starts. */
    public void keepCookie(URI uri, String name, String value) {
        cookies.keep(uri, name, value);
    }

    /** Takes over the cookies of a response received by other means. */
    void take(HttpResponse<String> response) {
        cookies.store(response.uri(), response.headers());
    }

    public void forgetCookie(String name) {
        cookies.forget(name);
    }

    /**
     * Sends any request and returns all responses up to the final one; stops following circular redirects after a
     * while.
     *
     * @param body null if none
     * @param type of the body, and of the accepted responses
     */
    public List<HttpResponse<String>> trace(String verb, URI uri, String body, String type) {
        HttpRequest.BodyPublisher content =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = Http.to(uri).method(verb, content);
        if (body != null) {
            request.header("Content-Type", type);
        }
        return trace(request, type.endsWith("json") ? type : HTML);
    }

    private Landing follow(HttpRequest.Builder first) {
        List<HttpResponse<String>> answers = trace(first, HTML);
        HttpResponse<String> last = answers.get(answers.size() - 1);
        Optional<URI> next = next(last);
        if (next.isEmpty()) {
            return new Page(this, last);
        }
        if (isHere(last, next.get())) {
            throw new AssertionError("Redirected in circles, last to " + next.get());
        }
        return new Arrival(next.get());
    }

    private List<HttpResponse<String>> trace(HttpRequest.Builder first, String accept) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        HttpRequest.Builder request = first;
        for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            HttpResponse<String> answer = Http.send(finish(request, accept));
            cookies.store(answer.uri(), answer.headers());
            answers.add(answer);
            Optional<URI> next = next(answer);
            if (next.isEmpty() || !isHere(answer, next.get())) {
                break;
            }
            request = Http.to(next.get()).GET();
        }
        return answers;
    }

    private static Optional<URI> next(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3
                ? answer.headers().firstValue("location").map(answer.uri()::resolve)
                : Optional.empty();
    }

    private static boolean isHere(HttpResponse<String> answer, URI next) {
        return answer.uri().getAuthority().equals(next.getAuthority());
    }

    private HttpRequest finish(HttpRequest.Builder builder, String accept) {
        builder.header("Accept", accept).header("Accept-Language", language);
        cookies.header(builder.copy().build().uri()).ifPresent(value -> builder.header("Cookie", value));
        return builder.build();
    }
}
