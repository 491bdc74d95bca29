package io.strongroom.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.http.HttpHost;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The destination of a webhook")
class DestinationTest {

    private static final String PUBLIC_ONLY = "false";
    private static final String ALLOW_PRIVATE = "true";
    private static final String FORBIDDEN = "the option url of webhook resolves to an address that is not public";

    @Test
    @DisplayName("security 27: is the checked address, with the name for the certificate")
    void pinned() throws UnknownHostException {
        List<HttpHost> hosts = destination("https://sms.example.com/send", PUBLIC_ONLY, "1.1.1.1", "1.0.0.1")
                .resolve()
                .orElse(fault -> List.of());

        assertEquals(
                List.of("1.1.1.1", "1.0.0.1"),
                hosts.stream().map(host -> host.getAddress().getHostAddress()).toList());
        assertEquals("https://sms.example.com:443", hosts.get(0).toURI());
    }

    @Test
    @DisplayName("security 27: is forbidden if any address of its name is forbidden")
    void oneForbidden() throws UnknownHostException {
        assertEquals(
                Optional.of(FORBIDDEN),
                destination("https://sms.example.com", PUBLIC_ONLY, "1.1.1.1", "10.0.0.1")
                        .resolve()
                        .fault());
    }

    @ParameterizedTest(name = "security 27: can''t be {0} unless private addresses are allowed")
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "::1", "fd00::1", "fe80::1"})
    void privateAddress(String address) throws UnknownHostException {
        assertEquals(
                Optional.of(FORBIDDEN),
                destination("https://sms.example.com", PUBLIC_ONLY, address)
                        .resolve()
                        .fault());
        assertEquals(
                Optional.empty(),
                destination("https://sms.example.com", ALLOW_PRIVATE, address)
                        .resolve()
                        .fault());
    }

    @Test
    @DisplayName("security 27: can use http only for this machine, if private addresses are allowed")
    void plain() throws UnknownHostException {
        assertEquals(
                Optional.empty(),
                destination("http://localhost:8080", ALLOW_PRIVATE, "127.0.0.1", "::1")
                        .resolve()
                        .fault());
        assertEquals(
                Optional.of(FORBIDDEN),
                destination("http://localhost:8080", PUBLIC_ONLY, "127.0.0.1")
                        .resolve()
                        .fault());
        assertEquals(
                Optional.of(FORBIDDEN),
                destination("http://localhost:8080", ALLOW_PRIVATE, "1.1.1.1")
                        .resolve()
                        .fault());
    }

    @ParameterizedTest(name = "security 27: can''t be {0}")
    @ValueSource(
            strings = {
                "http://sms.example.com",
                "http://10.0.0.1",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "ftp://localhost",
                "file://localhost/etc/passwd"
            })
    void scheme(String uri) {
        assertTrue(of(uri, ALLOW_PRIVATE, host -> new InetAddress[0])
                .fault()
                .orElseThrow()
                .contains("neither https nor http to this machine"));
    }

    private static Destination destination(String uri, String allowPrivate, String... addresses) {
        return of(uri, allowPrivate, host -> addresses(addresses)).orElse(fault -> {
            throw new AssertionError(fault);
        });
    }

    private static Configured<Destination> of(String uri, String allowPrivate, Destination.Resolver resolver) {
        GatewayOptions options = new GatewayOptions("webhook", Map.of("allow-private-addresses", allowPrivate)::get);
        return Destination.of(options, URI.create(uri), resolver);
    }

    private static InetAddress[] addresses(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    try {
                        return InetAddress.getByName(text);
                    } catch (UnknownHostException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray(InetAddress[]::new);
    }
}
