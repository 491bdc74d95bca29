package io.strongroom.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * A tenant's text message settings.
 *
 * @param codeLength      number of digits in a code, 6 to 8
 * @param codeTtl         how long a code is valid, 60 to 600 seconds (NIST SP 800-63B-4 3.1.3.2: at most 10 minutes)
 * @param gateway         provider id in the {@code sms-gateway} SPI; null for the server's default
 * @param fallbackGateway provider id of the gateway used if the first one definitely did not send the message; null for
 *                        none
 * @param sender          sender id shown on the phone; null for the tenant's name
 * @param template        the tenant's own text; empty for the login theme's text in the user's language
 * @param countries       the allowed destination countries
 * @param home            the country assumed for national numbers in profiles, ISO 3166; empty if unknown
 * @param limits          how many messages may be sent
 */
public record SmsRules(
        int codeLength,
        Duration codeTtl,
        String gateway,
        String fallbackGateway,
        String sender,
        Optional<MessageTemplate> template,
        Countries countries,
        Optional<String> home,
        Limits limits) {

    static final String SENDER = "twoFactor.sms.sender";
    static final String PER_DAY = "twoFactor.sms.perTenantPerDay";
    static final IntegerSetting MESSAGES_PER_DAY = IntegerSetting.limit(1_000_000, 10_000);

    /**
     * Limits on the number of messages sent.
     *
     * @param perUser         messages per user and hour, 1 to 1000
     * @param perNumber       messages per phone number and hour, 1 to 1000
     * @param perAddress      messages per network address and hour, 1 to 1000
     * @param perTenantPerDay messages per tenant and day, 1 to 1,000,000
     */
    public record Limits(int perUser, int perNumber, int perAddress, int perTenantPerDay) {

        static Limits parse(Settings settings) {
            return new Limits(
                    settings.number("twoFactor.sms.perUserPerHour", IntegerSetting.limit(1000, 10)),
                    settings.number("twoFactor.sms.perNumberPerHour", IntegerSetting.limit(1000, 10)),
                    settings.number("twoFactor.sms.perAddressPerHour", IntegerSetting.limit(1000, 30)),
                    settings.number(PER_DAY, MESSAGES_PER_DAY));
        }
    }

    static SmsRules parse(Settings settings) {
        Countries countries = Countries.parse(settings);
        return new SmsRules(
                settings.number("twoFactor.sms.codeLength", IntegerSetting.clamped(6, 8, 6)),
                Duration.ofSeconds(
                        settings.number("twoFactor.sms.codeTtlSeconds", IntegerSetting.clamped(60, 600, 300))),
                settings.text("twoFactor.sms.gateway"),
                settings.text("twoFactor.sms.fallbackGateway"),
                settings.text(SENDER),
                MessageTemplate.parse(settings),
                countries,
                HomeCountry.parse(settings, countries),
                Limits.parse(settings));
    }

    /** Returns the same rules with another sender and text. */
    SmsRules with(String otherSender, Optional<MessageTemplate> otherTemplate) {
        return new SmsRules(
                codeLength, codeTtl, gateway, fallbackGateway, otherSender, otherTemplate, countries, home, limits);
    }
}
