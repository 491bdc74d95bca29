package io.strongroom.admin.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The version of a policy, used as an entity tag (RFC 9110, 8.8.3).
 *
 * @param tag hash of the policy in hexadecimal, without quotation marks
 */
public record PolicyVersion(String tag) {

    private static final int BYTES = 12;

    public static PolicyVersion of(SortedMap<String, String> attributes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            attributes.forEach((name, value) -> {
                digest.update((name + "\n" + value.length() + "\n" + value).getBytes(StandardCharsets.UTF_8));
            });
            return new PolicyVersion(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** @param ifMatch value of the {@code If-Match} header, or null to accept every version */
    public boolean satisfies(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return true;
        }
        for (String candidate : ifMatch.split(",")) {
            if (candidate.strip().equals(header())) {
                return true;
            }
        }
        return false;
    }

    public String header() {
        return "\"" + tag + "\"";
    }
}
