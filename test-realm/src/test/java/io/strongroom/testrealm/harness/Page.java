package io.strongroom.testrealm.harness;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as the server sent it. Immutable: submitting it twice is like using the back button. */
public final class Page implements Landing {
    private final Browser browser;
    private final HttpResponse<String> response;
    private final Document document;

    Page(Browser browser, HttpResponse<String> response) {
        this.browser = browser;
        this.response = response;
        this.document = Jsoup.parse(response.body(), response.uri().toString());
    }

    public int status() {
        return response.statusCode();
    }

    public URI uri() {
        return response.uri();
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    public Document document() {
        return document;
    }

    public String html() {
        return response.body();
    }

    public String title() {
        return document.title();
    }

    /** The visible text. */
    public String text() {
        return document.body().text();
    }

    /** The template, as {@code login-<template>}: {@code login-login}, {@code login-strongroom-code}. Empty on pages of other themes. */
    public String id() {
        return document.body().attr("data-page-id");
    }

    public boolean has(String css) {
        return !document.select(css).isEmpty();
    }

    public boolean hasField(String name) {
        return has("[name=" + name + "]");
    }

    /** All errors and notices shown, of fields and of the page; empty if there are none. */
    public String message() {
        List<String> messages = document.select(
                        "[id^=input-error]:not([id^=input-error-container]):not([id^=input-error-client]), .kc-feedback-text, #kc-error-message .instruction")
                .eachText();
        return messages.stream().distinct().collect(Collectors.joining(" | "));
    }

    /** The form with this field or button. */
    public Form form(String fieldOrButton) {
        for (Element form : document.select("form")) {
            if (!form.select("[name=" + fieldOrButton + "]").isEmpty()) {
                return new Form(browser, form);
            }
        }
        throw new AssertionError("No form has " + fieldOrButton + " on " + this);
    }

    /** Types into the fields and presses Enter in the form that has them. */
    public Landing submit(Map<String, String> fields) {
        Form form = form(fields.keySet().iterator().next());
        return form.with(fields).submit();
    }

    public Landing submit(String field, String value) {
        return submit(Map.of(field, value));
    }

    /** Presses a button, by its name, without typing anything. */
    public Landing press(String button) {
        return form(button).press(button);
    }

    /** Follows the first link that matches. */
    public Landing click(String css) {
        Element link = document.selectFirst(css);
        if (link == null) {
            throw new AssertionError("No link matches " + css + " on " + this);
        }
        return browser.open(URI.create(link.absUrl("href")));
    }

    /** Gets the same address again. */
    public Landing refresh() {
        return browser.open(uri());
    }

    @Override
    public String toString() {
        String text = text();
        return status() + " " + uri() + " [" + id() + "] \"" + title() + "\": "
                + text.substring(0, Math.min(600, text.length()));
    }
}
