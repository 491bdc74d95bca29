package io.strongroom.factor.totp;

import com.google.zxing.WriterException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.utils.QRCodeUtils;

/**
 * What an app needs to know, as a QR code or a link tells it.
 *
 * @param value after <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">the format that apps agree on</a>
 */
record KeyUri(String value) {

    private static final int PIXELS = 246;

    /** In characters: together with the rest they fit into a QR code, whatever they are. */
    private static final int LONGEST_ISSUER = 60;

    private static final int LONGEST_ACCOUNT = 100;

    /**
     * @param issuer  whose account it is; a colon would end it, so it becomes a space
     * @param account which of them
     */
    static KeyUri of(OTPPolicy policy, AppSecret secret, String issuer, String account) {
        String from = encoded(shortened(issuer.replace(':', ' ').strip(), LONGEST_ISSUER));
        StringJoiner parameters = new StringJoiner("&", "?", "")
                .add("secret=" + secret.base32())
                .add("issuer=" + from)
                .add("algorithm=" + policy.getAlgorithmKey())
                .add("digits=" + policy.getDigits());
        if (OTPCredentialModel.HOTP.equals(policy.getType())) {
            parameters.add("counter=" + policy.getInitialCounter());
        } else {
            parameters.add("period=" + policy.getPeriod());
        }
        return new KeyUri("otpauth://" + policy.getType() + "/" + from + ":"
                + encoded(shortened(account, LONGEST_ACCOUNT)) + parameters);
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A PNG in Base64, with the quiet zone that scanners want. */
    String qrCode() {
        try {
            return QRCodeUtils.encodeAsQRString(value, PIXELS, PIXELS);
        } catch (WriterException | IOException tooLong) {
            throw new IllegalStateException("a name is too long for a QR code", tooLong);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "otpauth:•••";
    }
}
