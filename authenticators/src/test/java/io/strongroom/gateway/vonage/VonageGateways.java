package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.FakeVendor;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import io.strongroom.phone.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Creates gateways for one of Vonage's APIs. */
final class VonageGateways {
    static final String SECRET = "s3cr3t-of-the-account";
    static final String CODE_TEXT = "493817 is your code";
    static final String NUMBER = "46701740605";

    private final VonageApi api;
    private final FakeVendor vendor;

    VonageGateways(VonageApi api, FakeVendor vendor) {
        this.api = api;
        this.vendor = vendor;
    }

    static SmsMessage message() {
        return message("Acme", CODE_TEXT);
    }

    static SmsMessage message(String sender, String text) {
        return new SmsMessage("acme", new PhoneNumber("+" + NUMBER), sender, text);
    }

    VonageApi api() {
        return api;
    }

    /** Sets the response to each message from now on. */
    void answers(ResponseDefinitionBuilder response) {
        vendor.server().stubFor(post(api.path()).willReturn(response));
    }

    /** Returns the header {@code Authorization} of the first request. */
    String authorization() {
        return vendor.server().findAll(anyRequestedFor(anyUrl())).get(0).getHeader("Authorization");
    }

    SendResult send() {
        return gateway(Map.of()).send(message());
    }

    /** Adds these options to the required ones. */
    SmsGateway gateway(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(api.credentials());
        all.put("base-uri", vendor.server().baseUrl());
        all.putAll(options);
        return only(all).orElse(SmsGateway::refusing);
    }

    /** Uses these options only; the vault has one secret. */
    Configured<SmsGateway> only(Map<String, String> options) {
        Vault vault = key -> Optional.ofNullable(Map.of("api-secret", SECRET).get(key));
        return api.factory()
                .gateway(
                        new GatewayOptions("vonage", options::get),
                        vault,
                        vendor.keycloak().http());
    }
}
