package io.strongroom.testrealm.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Files that the server reads: the private key of an application at Vonage, and a vault of one file per secret. */
public final class ServerFiles {
    private final Path directory;
    private final Path vault;
    private final Path privateKey;

    private ServerFiles(Path directory) throws IOException {
        this.directory = directory;
        this.vault = Files.createDirectory(directory.resolve("vault"));
        this.privateKey = Files.writeString(directory.resolve("private.key"), newPrivateKey());
    }

    static ServerFiles create() {
        try {
            Path directory = Files.createTempDirectory("strongroom");
            Files.setPosixFilePermissions(
                    directory, PosixFilePermissions.fromString("rwxr-xr-x")); // readable from a container
            return new ServerFiles(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    Path vault() {
        return vault;
    }

    Path privateKey() {
        return privateKey;
    }

    /** Puts a secret of one realm into the vault, with a trailing line break, like an editor. */
    public void putSecret(TestRealm realm, String key, String secret) {
        try {
            Files.writeString(vault.resolve(realm.name().replace("_", "__") + "_" + key), secret + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
