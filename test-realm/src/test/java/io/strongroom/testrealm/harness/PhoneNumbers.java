package io.strongroom.testrealm.harness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Swedish mobile numbers, each handed out once per run, so that all messages to a number come from one test. */
public final class PhoneNumbers {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private PhoneNumbers() {}

    /** In international format: {@code +46701740000} to {@code +46701749999}. */
    public static String next() {
        int number = NEXT.getAndIncrement();
        if (number > 9999) {
            throw new IllegalStateException("All numbers are used up");
        }
        return String.format("+4670174%04d", number);
    }

    /** Returns the fingerprint under which wrong entries of a number are counted. */
    public static String fingerprint(String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
