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
 * The set-up URI for an authenticator app, shown as a QR code or a link.
 *
 * @param value URI in the <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">key URI
 *              format</a>
 */
record KeyUri(String value) {

    private static final int PIXELS = 246;

    /** Maximum length of the issuer in code points. With these limits, the URI always fits into a QR code. */
    private static final int MAX_ISSUER = 60;

    private static final int MAX_ACCOUNT = 100;

    /**
     * @param issuer  the tenant's name; colons are replaced with spaces because a colon would end the issuer
     * @param account the user's name
     */
    static KeyUri of(OTPPolicy policy, AppSecret secret, String issuer, String account) {
        String encodedIssuer = encoded(shortened(issuer.replace(':', ' ').strip(), MAX_ISSUER));
        StringJoiner parameters = new StringJoiner("&", "?", "")
                .add("secret=" + secret.base32())
                .add("issuer=" + encodedIssuer)
                .add("algorithm=" + policy.getAlgorithmKey())
                .add("digits=" + policy.getDigits());
        if (OTPCredentialModel.HOTP.equals(policy.getType())) {
            parameters.add("counter=" + policy.getInitialCounter());
        } else {
            parameters.add("period=" + policy.getPeriod());
        }
        return new KeyUri("otpauth://" + policy.getType() + "/" + encodedIssuer + ":"
                + encoded(shortened(account, MAX_ACCOUNT)) + parameters);
    }

    private static String shortened(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the QR code as a PNG in Base64, including the quiet zone required by scanners. */
    String qrCode() {
        try {
            return QRCodeUtils.encodeAsQRString(value, PIXELS, PIXELS);
        } catch (WriterException | IOException tooLong) {
            throw new IllegalStateException("key URI does not fit into a QR code", tooLong);
        }
    }

    /** Returns a text without the secret, so that logs don't contain it. */
    @Override
    public String toString() {
        return "otpauth:•••";
    }
}
