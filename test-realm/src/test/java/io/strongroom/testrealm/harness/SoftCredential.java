package io.strongroom.testrealm.harness;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** A WebAuthn credential: a random id, and a pair of keys on the curve P-256, for ECDSA with SHA-256. */
final class SoftCredential {
    private static final int COORDINATE = 32;
    private static final byte[] AAGUID = new byte[16];

    private final byte[] id = new byte[32];
    private final KeyPair keys;

    SoftCredential() {
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] id() {
        return id.clone();
    }

    /** The public key as of RFC 9053: key type EC2, algorithm ES256, curve P-256, and the two coordinates. */
    byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return new Cbor()
                .map(5)
                .number(1)
                .number(2)
                .number(3)
                .number(-7)
                .number(-1)
                .number(1)
                .number(-2)
                .bytes(coordinate(key.getW().getAffineX()))
                .number(-3)
                .bytes(coordinate(key.getW().getAffineY()))
                .written();
    }

    /** The private key as PKCS #8. */
    byte[] privateKey() {
        return keys.getPrivate().getEncoded();
    }

    /** What an authenticator adds to its data when it creates the credential. */
    byte[] attested() {
        byte[] length = ByteBuffer.allocate(2).putShort((short) id.length).array();
        return Bytes.join(AAGUID, length, id, publicKey());
    }

    /** An attestation object of format {@code none}. */
    static byte[] attestation(byte[] authenticatorData) {
        return new Cbor()
                .map(3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .map(0)
                .text("authData")
                .bytes(authenticatorData)
                .written();
    }

    /** Returns a signature in ASN.1. */
    byte[] sign(byte[]... content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(Bytes.join(content));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] padded = Bytes.join(new byte[COORDINATE], signed);
        return Arrays.copyOfRange(padded, signed.length, padded.length);
    }
}
