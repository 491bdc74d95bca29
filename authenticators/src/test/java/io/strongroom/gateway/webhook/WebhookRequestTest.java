package io.strongroom.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The request of a webhook")
class WebhookRequestTest {

    private static final String NASTY = "1\",\"to\":\"+460\"}\r\nX: 1\u2028&to=%00é ${vault.key} {to} \\u0022 🔑";
    private static final Map<String, String> BASE = Map.of(
            "url", "https://sms.example.com/v1/send",
            "body", "{\"to\":\"{to}\",\"text\":\"{text}\"}");

    @Test
    @DisplayName("C16 keeps a text in one JSON value, whatever it contains")
    void json() throws IOException {
        JsonNode sent = new ObjectMapper().readTree(body(fill(Map.of("body", """
                                {"messages":[{"to":"{toDigits}","from":"{from}"}],"text":"<{text}>","tenant":"{tenant}",
                                 "key":"${vault.key}","ttl":300,"flash":false,"none":null}"""), NASTY)));

        assertEquals("<" + NASTY + ">", sent.path("text").asText());
        assertEquals("46701740605", sent.at("/messages/0/to").asText());
        assertEquals("Acme", sent.at("/messages/0/from").asText());
        assertEquals("acme", sent.path("tenant").asText());
        assertEquals("se\"cret", sent.path("key").asText());
        assertEquals(300, sent.path("ttl").asInt());
        assertFalse(sent.path("flash").asBoolean(true));
        assertTrue(sent.path("none").isNull());
        assertEquals(7, sent.size());
    }

    @Test
    @DisplayName("C16 keeps a text in one form field, whatever it contains")
    void form() throws IOException {
        HttpUriRequest request = fill(
                Map.of("body-format", "form", "body", "to={to}&message={text}&key=${vault.key}&fixed=a%26b&empty="),
                NASTY);

        assertEquals(
                "to=%2B46701740605&message=1%22%2C%22to%22%3A%22%2B460%22%7D%0D%0AX%3A+1%E2%80%A8%26to%3D%2500%C3%A9"
                        + "+%24%7Bvault.key%7D+%7Bto%7D+%5Cu0022+%F0%9F%94%91&key=se%22cret&fixed=a%26b&empty=",
                body(request));
    }

    @Test
    @DisplayName("C16 keeps a text in one part of the URL, whatever it contains")
    void url() {
        HttpUriRequest request = fill(
                Map.of(
                        "method",
                        "GET",
                        "body",
                        "",
                        "url",
                        "https://sms.example.com/{tenant}/send?to={to}&k=${vault.key}&text={text}"),
                NASTY + "*~+/?#");

        assertEquals("sms.example.com", request.getURI().getHost());
        assertEquals("/acme/send", request.getURI().getPath());
        assertEquals(
                "to=%2B46701740605&k=se%22cret&text=1%22%2C%22to%22%3A%22%2B460%22%7D%0D%0AX%3A%201%E2%80%A8%26to%3D%2500"
                        + "%C3%A9%20%24%7Bvault.key%7D%20%7Bto%7D%20%5Cu0022%20%F0%9F%94%91%2A~%2B%2F%3F%23",
                request.getURI().getRawQuery());
        assertEquals(null, request.getURI().getRawFragment());
    }

    @Test
    @DisplayName("can contain secrets of the vault and values of the message in headers")
    void headers() {
        HttpUriRequest request = fill(
                Map.of("headers", "{\"Authorization\":\"Bearer ${vault.key}\",\"X-Tenant\":\"{tenant}\"}"), "text");

        assertEquals("Bearer se\"cret", request.getFirstHeader("Authorization").getValue());
        assertEquals("acme", request.getFirstHeader("X-Tenant").getValue());
    }

    @ParameterizedTest(name = "security 30: is not sent if a tenant name like \"{0}\" would get into a header")
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000", "é", "a\u2028b", "a\tb"})
    void headerInjection(String tenant) {
        Configured<WebhookRequest> request = request(Map.of("headers", "{\"X-Tenant\":\"{tenant}\"}"));
        SmsMessage message = new SmsMessage(tenant, new PhoneNumber("+46701740605"), "Acme", "text");

        assertEquals(
                Optional.of("the header X-Tenant has characters that headers can't contain"),
                request.flatMap(checked -> checked.fill(message)).fault());
    }

    @ParameterizedTest(name = "X9 has a fault with {0}={1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "method|DELETE|method",
                "method|post|method",
                "method|GET|body of webhook is not allowed with GET",
                "url||url of webhook is not set",
                "url|sms.example.com|scheme and host",
                "url|https://{tenant}.example.com/|scheme and host",
                "url|https://${vault.key}/|scheme and host",
                "url|{text}|scheme and host",
                "url|https://user:pw@sms.example.com/|a user",
                "url|https://sms.example.com:{to}/|scheme and host",
                "url|https://sms.example.com/#x|url of webhook is not a valid URL",
                "url|https:///x|scheme and host",
                "url|https://sms.example.com/ a|url of webhook is not a valid URL",
                "url|https://sms.example.com/{txt}|url of webhook has {txt}, which is not a placeholder",
                "url|https://sms.example.com/${vault.none}|refers to ${vault.none}",
                "url|https://sms.example.com/${vault.key|unclosed reference to the vault",
                "body||body of webhook is not set",
                "body|no json {to}{text}|body of webhook is not valid JSON",
                "body|\"{to}{text}\"|neither a JSON object nor an array",
                "body|{\"to\":\"{to}\",\"text\":\"{text}\"} x|body of webhook is not valid JSON",
                "body|{\"to\":{to},\"text\":\"{text}\"}|body of webhook is not valid JSON",
                "body|{\"to\":\"{to}\",\"text\":\"{txt}\"}|has to contain {text}",
                "body|{\"to\":\"{number}\",\"text\":\"{text}\"}|has to contain {text}, and {to}",
                "body|{\"to\":\"{to}\",\"text\":\"{text}{code}\"}|has {code}, which is not a placeholder",
                "body|{\"to\":\"{to}\",\"text\":\"{text}\",\"k\":[\"${vault.none}\"]}|refers to ${vault.none}",
                "body-format|xml|body-format",
                "headers|X: 1|headers of webhook is not a JSON object",
                "headers|[\"X\"]|headers of webhook is not a JSON object",
                "headers|{\"X\":1}|not a string",
                "headers|{\"X Y\":\"1\"}|can't be set",
                "headers|{\"X\\r\\nY\":\"1\"}|can't be set",
                "headers|{\"\":\"1\"}|can't be set",
                "headers|{\"Host\":\"internal\"}|can't be set",
                "headers|{\"Content-Length\":\"1\"}|can't be set",
                "headers|{\"transfer-encoding\":\"chunked\"}|can't be set",
                "headers|{\"Proxy-Authorization\":\"1\"}|can't be set",
                "headers|{\"X\":\"{text}\"}|allowed only in the body",
                "headers|{\"X\":\"a\\r\\nY: 1\"}|headers can't contain",
                "headers|{\"X\":\"${vault.lines}\"}|headers can't contain",
                "headers|{\"X\":\"${vault.none}\"}|refers to ${vault.none}"
            })
    void faults(String option, String value, String expected) {
        Map<String, String> options = new HashMap<>();
        options.put(option, value == null ? "" : value);

        String fault = request(options).fault().orElse("none");

        assertTrue(fault.contains(expected), fault);
        assertFalse(fault.contains("se\"cret"), fault);
    }

    @Test
    @DisplayName("security 6: shows no secrets in toString")
    void inLogs() {
        Map<String, String> options = Map.of("headers", "{\"Authorization\":\"Bearer ${vault.key}\"}");

        assertFalse(request(options).orElse(fault -> null).toString().contains("cret"));
    }

    private static HttpUriRequest fill(Map<String, String> options, String text) {
        SmsMessage message = new SmsMessage("acme", new PhoneNumber("+46701740605"), "Acme", text);
        return request(options).flatMap(request -> request.fill(message)).orElse(fault -> {
            throw new AssertionError(fault);
        });
    }

    private static Configured<WebhookRequest> request(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(BASE);
        all.putAll(options);
        Vault vault = key -> Optional.ofNullable(
                Map.of("key", "se\"cret", "lines", "a\r\nX: 1").get(key));
        return WebhookRequest.of(new GatewayOptions("webhook", all::get), vault);
    }

    private static String body(HttpUriRequest request) throws IOException {
        assertTrue(Arrays.stream(request.getAllHeaders())
                .noneMatch(header -> header.getName().equals("X")));
        return EntityUtils.toString(((HttpEntityEnclosingRequest) request).getEntity());
    }
}
