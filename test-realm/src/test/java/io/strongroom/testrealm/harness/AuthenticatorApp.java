package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.http.FormCodec;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app as of RFC 6238: six digits, 30 seconds, SHA-1. Returns each code once, so that none is a
 * replay.
 */
public final class AuthenticatorApp {
    private static final int PERIOD = 30;

    private final byte[] secret;
    private final AtomicLong last = new AtomicLong();

    public AuthenticatorApp(byte[] secret) {
        this.secret = secret.clone();
    }

    /** With a secret as Keycloak stores it. */
    public static AuthenticatorApp ofStored(String value) {
        return new AuthenticatorApp(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Set up by the link on a page, as a phone would. */
    public static AuthenticatorApp on(Page page) {
        return ofLink(URI.create(page.document().select("a[href^=otpauth:]").attr("href")));
    }

    /** Set up by a link {@code otpauth://totp/…}. */
    public static AuthenticatorApp ofLink(URI link) {
        return new AuthenticatorApp(base32(FormCodec.decode(link.getRawQuery()).get("secret")));
    }

    private static byte[] base32(String text) {
        BigInteger bits = BigInteger.ONE;
        for (char letter : text.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] bytes = bits.shiftRight(text.length() * 5 % 8).toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    /** Returns a currently valid code; at most two within half a minute, since a server accepts one step ahead. */
    public String code() {
        long now = Instant.now().getEpochSecond() / PERIOD;
        long step = last.updateAndGet(before -> before < now ? now : before + 1);
        return code(step);
    }

    /** A code for a step of 30 seconds, counted from 1970. */
    public String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
