package io.strongroom.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;

@DisplayName("A set of backup codes")
class BackupCodeSetTest {

    private int hashed;

    private final BackupCodeSet.Fresh fresh = generate(10);
    private final BackupCodeSet set = fresh.set();

    private BackupCodeSet.Fresh generate(int count) {
        return BackupCodeSet.generate(count, new SecureRandom(), this::quickHash);
    }

    private byte[] quickHash(BackupCode code, byte[] salt, int iterations) {
        hashed++;
        String text = code.shown() + Base64.getEncoder().encodeToString(salt) + iterations;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String hashOf(BackupCode code) {
        return set.recipe().hash(code, this::quickHash);
    }

    @Test
    @DisplayName("T2 contains as many codes as the tenant issues, all different")
    void count() {
        assertEquals(10, fresh.codes().stream().distinct().count());
        assertEquals(10, set.left());
        assertEquals(10, set.total());
        assertEquals(1, generate(1).codes().size());
    }

    @Test
    @DisplayName("security 13: is verified with one hash, not one per code")
    void oneHash() {
        hashed = 0;

        assertTrue(set.without(hashOf(fresh.codes().get(7))).isPresent());
        assertEquals(1, hashed);
    }

    @Test
    @DisplayName("security 13: has its own random salt of 128 bits and uses PBKDF2")
    void salt() {
        assertEquals(16, Base64.getDecoder().decode(set.recipe().salt()).length);
        assertNotEquals(set.recipe().salt(), generate(10).set().recipe().salt());
        assertEquals("PBKDF2WithHmacSHA512", set.recipe().algorithm());
        assertTrue(set.recipe().iterations() >= 20_000);
    }

    @Test
    @DisplayName("T5 accepts each code once, in any order")
    void anyOrder() {
        List<BackupCode> shuffled = new ArrayList<>(fresh.codes());
        Collections.shuffle(shuffled);
        BackupCodeSet rest = set;
        for (BackupCode code : shuffled) {
            BackupCodeSet before = rest;
            rest = rest.without(hashOf(code)).orElseThrow();
            assertEquals(before.left() - 1, rest.left());
            assertEquals(Optional.empty(), rest.without(hashOf(code)));
        }

        assertEquals(0, rest.left());
        assertEquals(10, rest.total());
    }

    @Test
    @DisplayName("does not accept a code of another set")
    void otherSet() {
        BackupCode foreign = generate(10).codes().get(0);

        assertFalse(set.contains(hashOf(foreign)));
        assertEquals(Optional.empty(), set.without(hashOf(foreign)));
    }

    @Test
    @DisplayName("runs low if three codes are left and at least one was used")
    void runningLow() {
        BackupCodeSet rest = set;
        for (int used = 0; used < 6; used++) {
            rest = rest.without(rest.hashes().get(0)).orElseThrow();
            assertFalse(rest.isRunningLow(), rest.left() + " left");
        }
        assertTrue(rest.without(rest.hashes().get(0)).orElseThrow().isRunningLow());
        BackupCodeSet small = generate(3).set();
        assertFalse(small.isRunningLow());
        assertTrue(small.without(small.hashes().get(0)).orElseThrow().isRunningLow());
    }

    @Test
    @DisplayName("counts as saved once the user confirms it or uses a code")
    void saved() {
        assertFalse(set.saved());
        assertTrue(set.asSaved().saved());
        assertEquals(10, set.asSaved().left());
        assertTrue(set.without(set.hashes().get(0)).orElseThrow().saved());
    }

    @Test
    @DisplayName("is read as it was stored, without the codes")
    void stored() {
        CredentialModel model = new CredentialModel();
        model.setCreatedDate(1_700_000_000_000L);
        BackupCodeCredential.write(set, model);

        assertEquals(Optional.of(set), BackupCodeCredential.of(model));
        assertEquals("backup-codes", model.getType());
        assertTrue(model.getCredentialData().contains("\"created\":1700000000000"), model.getCredentialData());
        assertFalse(model.getSecretData().contains(fresh.codes().get(0).shown()));
    }

    @Test
    @DisplayName("is empty if the stored data can't be read or has another algorithm")
    void unreadable() {
        CredentialModel model = new CredentialModel();
        assertEquals(Optional.empty(), BackupCodeCredential.of(model));
        BackupCodeCredential.write(set, model);
        model.setSecretData("}{");
        assertEquals(Optional.empty(), BackupCodeCredential.of(model));
        BackupCodeCredential.write(set, model);
        model.setCredentialData(model.getCredentialData().replace("PBKDF2WithHmacSHA512", "plain"));
        assertEquals(Optional.empty(), BackupCodeCredential.of(model));
    }

    @Test
    @DisplayName("has a deterministic hash that depends on code, salt and iterations")
    void realHash() {
        Pbkdf2 hasher = new Pbkdf2();
        BackupCode code = fresh.codes().get(0);
        byte[] salt = new byte[16];
        String hash = hex(hasher.hash(code, salt, 10));

        assertEquals(64, hash.length());
        assertEquals(hash, hex(hasher.hash(code, salt, 10)));
        assertNotEquals(hash, hex(hasher.hash(fresh.codes().get(1), salt, 10)));
        assertNotEquals(hash, hex(hasher.hash(code, new byte[] {1}, 10)));
        assertNotEquals(hash, hex(hasher.hash(code, salt, 11)));
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
