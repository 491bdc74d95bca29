package io.strongroom.code;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Generates uniformly distributed codes, including leading zeros (NIST SP 800-63B-4 3.1.3.2). */
final class CodeGenerator {

    private final RandomGenerator random;

    CodeGenerator(RandomGenerator random) {
        this.random = random;
    }

    CodeGenerator() {
        this(new SecureRandom());
    }

    /** @param length number of digits, 6 to 8 */
    String generate(int length) {
        if (length < 6 || length > 8) {
            throw new IllegalArgumentException("code length must be 6 to 8 digits: " + length);
        }
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append((char) ('0' + random.nextInt(10)));
        }
        return code.toString();
    }
}
