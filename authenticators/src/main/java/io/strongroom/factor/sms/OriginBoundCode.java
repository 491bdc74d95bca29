package io.strongroom.factor.sms;

import io.strongroom.gateway.SmsSegments;
import java.net.URI;
import java.util.Optional;

/**
 * The last line of a message by which a phone offers the code to the page it belongs to, and to no other (the WICG's
 * "Origin-bound one-time codes delivered via SMS").
 */
final class OriginBoundCode {

    private OriginBoundCode() {}

    /**
     * Appends the line, unless it would make the message cost one more.
     *
     * @param login address of the login pages; only https has such a line
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
