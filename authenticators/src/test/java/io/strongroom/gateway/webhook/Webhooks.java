package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.PlayedVendor;
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

/** Gateways that send to {@code /send} of a vendor played here, unless their options say something else. */
final class Webhooks {
    /** Of the account with the vendor, in the vault. */
    static final String SECRET = "s3cr3t-of-the-account";

    private final PlayedVendor vendor;

    Webhooks(PlayedVendor vendor) {
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

    /** With these options besides those that are needed. */
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

    /** Options of a gateway that gets an address. */
    Map<String, String> get() {
        return Map.of("method", "GET", "body", "", "url", url("/send?to={to}&text={text}"));
    }

    /** An address at the vendor. */
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
