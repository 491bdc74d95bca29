package io.strongroom.policy;

import java.time.Duration;

/**
 * How a tenant's text messages are made and sent.
 *
 * @param codeLength 6 to 8 digits
 * @param codeTtl    60 to 600 seconds (NIST SP 800-63B-4 3.1.3.2: at most 10 minutes)
 * @param gateway    provider id of the SPI {@code sms-gateway}, or null: the server's default
 * @param sender     sender id shown on the phone, or null: the tenant's name
 */
public record SmsRules(int codeLength, Duration codeTtl, String gateway, String sender) {

    static SmsRules parse(Settings settings) {
        return new SmsRules(
                settings.number("twoFactor.sms.codeLength", 6, 8, 6, 8),
                Duration.ofSeconds(settings.number("twoFactor.sms.codeTtlSeconds", 60, 600, 300, 60)),
                settings.text("twoFactor.sms.gateway"),
                settings.text("twoFactor.sms.sender"));
    }
}
