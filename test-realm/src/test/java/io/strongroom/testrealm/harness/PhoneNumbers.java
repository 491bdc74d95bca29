package io.strongroom.testrealm.harness;

import java.util.concurrent.atomic.AtomicInteger;

/** Swedish mobile numbers, each given out once per run: what was sent to a number was sent by one test. */
public final class PhoneNumbers {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private PhoneNumbers() {}

    /** In international format: {@code +46701740000} to {@code +46701749999}. */
    public static String next() {
        int number = NEXT.getAndIncrement();
        if (number > 9999) {
            throw new IllegalStateException("All numbers are given out");
        }
        return String.format("+4670174%04d", number);
    }
}
