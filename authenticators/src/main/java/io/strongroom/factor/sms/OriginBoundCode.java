package io.strongroom.factor.sms;

import io.strongroom.gateway.SmsSegments;
import java.net.URI;
import java.util.Optional;

/**
 * Appends a last line to a message, so that phones offer the code only on the login page's origin (WICG,
 * "Origin-bound one-time codes delivered via SMS").
 */
final class OriginBoundCode {

    private OriginBoundCode() {}

    /**
     * Appends the line unless the message would then need another segment.
     *
     * @param login URL of the login pages; nothing is appended unless it uses https
     */
    static String appendTo(String text, String code, URI login) {
        return hostOf(login)
                .map(host -> text + "\n@" + host + " #" + code)
                .filter(bound ->
                        SmsSegments.of(bound).segments() == SmsSegments.of(text).segments())
                .orElse(text);
    }

    private static Optional<String> hostOf(URI login) {
        return "https".equalsIgnoreCase(login.getScheme()) ? Optional.ofNullable(login.getHost()) : Optional.empty();
    }
}
