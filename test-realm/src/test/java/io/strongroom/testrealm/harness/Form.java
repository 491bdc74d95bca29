package io.strongroom.testrealm.harness;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A form with the values entered so far. */
public final class Form {
    private final Browser browser;
    private final Element element;
    private final Map<String, String> fields;

    Form(Browser browser, Element element) {
        this(browser, element, prefilled(element));
    }

    private Form(Browser browser, Element element, Map<String, String> fields) {
        this.browser = browser;
        this.element = element;
        this.fields = fields;
    }

    public URI action() {
        return URI.create(element.absUrl("action"));
    }

    public Form with(String field, String value) {
        return with(Map.of(field, value));
    }

    public Form with(Map<String, String> values) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.putAll(values);
        return new Form(browser, element, more);
    }

    /** Enter: browsers then press the form's first submit button. */
    public Landing submit() {
        Element first = element.selectFirst("button[type=submit], input[type=submit], button:not([type])");
        return first == null || first.attr("name").isEmpty() ? send(fields) : send(pressed(first));
    }

    /** As a script does: without a button. */
    public Landing submitByScript() {
        return send(fields);
    }

    public Landing press(String button) {
        Element pressed = element.selectFirst("button[name=" + button + "], input[type=submit][name=" + button + "]");
        if (pressed == null) {
            throw new AssertionError("No button " + button + " in " + element.outerHtml());
        }
        return send(pressed(pressed));
    }

    /** One of several buttons of the same name. */
    public Landing press(String button, String value) {
        Element pressed = element.selectFirst("button[name=" + button + "][value=" + value + "]");
        if (pressed == null) {
            throw new AssertionError("No button " + button + "=" + value + " in " + element.outerHtml());
        }
        return send(pressed(pressed));
    }

    private Map<String, String> pressed(Element button) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(button.attr("name"), button.attr("value"));
        return more;
    }

    private Landing send(Map<String, String> content) {
        return browser.post(action(), content);
    }

    private static Map<String, String> prefilled(Element form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element input : form.select("input[name], textarea[name], select[name]")) {
            switch (input.attr("type")) {
                case "submit", "button", "image", "reset" -> {}
                case "checkbox", "radio" -> {
                    if (input.hasAttr("checked")) {
                        values.put(input.attr("name"), input.hasAttr("value") ? input.attr("value") : "on");
                    }
                }
                default -> values.put(input.attr("name"), input.is("select") ? chosen(input) : input.val());
            }
        }
        return values;
    }

    /** Browsers choose the first option if none is selected. */
    private static String chosen(Element select) {
        Element selected = select.selectFirst("option[selected]");
        Element option = selected == null ? select.selectFirst("option") : selected;
        return option == null ? "" : option.val();
    }
}
