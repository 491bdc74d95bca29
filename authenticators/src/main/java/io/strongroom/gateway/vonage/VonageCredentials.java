package io.strongroom.gateway.vonage;

import com.vonage.client.auth.ApiKeyHeaderAuthMethod;
import com.vonage.client.auth.AuthMethod;
import com.vonage.client.auth.JWTAuthMethod;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SecretOption;
import io.strongroom.gateway.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The credentials of a Vonage account: a token signed with an application's private key (options {@code application-id} and
 * {@code private-key-path} or {@code private-key}), or {@code api-key} and {@code api-secret}. All options except the path may
 * refer to the vault.
 */
final class VonageCredentials {

    private static final int MAX_KEY_FILE_BYTES = 64 * 1024;

    private final GatewayOptions options;
    private final Vault vault;

    VonageCredentials(GatewayOptions options, Vault vault) {
        this.options = options;
        this.vault = vault;
    }

    /** Returns the token if any of its options is set, so that a broken key never causes a fallback to the secret. */
    Configured<AuthMethod> tokenOrSecret() {
        boolean token = options.secret("application-id").isSet()
                || options.secret("private-key").isSet()
                || options.text("private-key-path").isPresent();
        return token ? token() : secret();
    }

    Configured<AuthMethod> secret() {
        return options.secret("api-key")
                .resolve(vault)
                .flatMap(key -> options.secret("api-secret")
                        .resolve(vault)
                        .map(secret -> new ApiKeyHeaderAuthMethod(key, secret)));
    }

    private Configured<AuthMethod> token() {
        return options.secret("application-id")
                .resolve(vault)
                .flatMap(id -> privateKey().flatMap(key -> token(id, key)));
    }

    private Configured<AuthMethod> token(String applicationId, String privateKey) {
        try {
            return Configured.ready(new JWTAuthMethod(applicationId, privateKey.getBytes(StandardCharsets.US_ASCII)));
        } catch (RuntimeException rejectedBySdk) {
            return Configured.faulty(
                    "the options application-id and private-key-path of %s are not the id of an application"
                                    .formatted(options.gateway())
                            + " and its private key (RSA, PKCS #8, PEM)");
        }
    }

    private Configured<String> privateKey() {
        SecretOption key = options.secret("private-key");
        return key.isSet()
                ? key.resolve(vault)
                : options.text("private-key-path")
                        .map(this::read)
                        .orElseGet(() -> options.fault("private-key-path", "is not set"));
    }

    private Configured<String> read(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            String key = new String(file.readNBytes(MAX_KEY_FILE_BYTES), StandardCharsets.US_ASCII);
            return key.isBlank() ? options.fault("private-key-path", "points to an empty file") : Configured.ready(key);
        } catch (IOException | InvalidPathException e) {
            return options.fault("private-key-path", "points to a file that can't be read");
        }
    }
}
