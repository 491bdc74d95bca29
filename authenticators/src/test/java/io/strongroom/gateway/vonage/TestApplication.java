package io.strongroom.gateway.vonage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** An application of the Messages API, with a key generated for this test run. */
final class TestApplication {
    static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
    static final KeyPair KEYS = generate("RSA", 2048);

    /** The key as PEM, as Vonage provides it. */
    static final String PRIVATE_KEY = pem(KEYS);

    /** A file with {@link #PRIVATE_KEY}. */
    static final Path KEY_FILE = file();

    private TestApplication() {}

    static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("private", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, PRIVATE_KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
