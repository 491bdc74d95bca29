package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.FakeVendor;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.phone.PhoneNumber;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;

/** Creates gateways that send to {@code /send} of a fake vendor, unless their options override it. */
final class Webhooks {
    /** Secret of the vendor account, kept in the vault. */
    static final String SECRET = "s3cr3t-of-the-account";

    private final FakeVendor vendor;

    Webhooks(FakeVendor vendor) {
        this.vendor = vendor;
    }

    static SmsMessage message() {
        return new SmsMessage("acme", new PhoneNumber("+46701740605"), "Acme", "493817 är din kod");
    }

    SendResult send(Map<String, String> options) {
        return gateway(options, InetAddress::getAllByName).send(message());
    }

    SmsGateway gateway(Map<String, String> options, Destination.Resolver resolver) {
        CloseableHttpClient client = vendor.keycloak().http();
        return configure(options, resolver)
                .<SmsGateway>map(checked -> new WebhookGateway(checked, client))
                .orElse(SmsGateway::refusing);
    }

    /** Adds these options to the required ones. */
    Configured<WebhookOptions> configure(Map<String, String> options, Destination.Resolver resolver) {
        Map<String, String> all = new HashMap<>(Map.of(
                "url", url("/send"),
                "headers", "{\"Authorization\":\"Bearer ${vault.token}\"}",
                "body", "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                "allow-private-addresses", "true"));
        all.putAll(options);
        return WebhookOptions.of(
                new GatewayOptions("webhook", all::get),
                key -> Optional.ofNullable(Map.of("token", SECRET).get(key)),
                resolver);
    }

    /** Returns options for sending with GET. */
    Map<String, String> get() {
        return Map.of("method", "GET", "body", "", "url", url("/send?to={to}&text={text}"));
    }

    /** Returns a URL of the fake vendor. */
    String url(String path) {
        return "http://localhost:" + vendor.server().port() + path;
    }

    static InetAddress[] addresses(String... addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return all;
    }
}
