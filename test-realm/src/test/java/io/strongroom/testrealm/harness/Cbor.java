package io.strongroom.testrealm.harness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes CBOR (RFC 8949) as far as authenticators need it. */
final class Cbor {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int MAP = 5;
    private static final int MAX_IN_HEAD = 23;
    private static final int MAX_IN_BYTE = 0xff;
    private static final int BYTE_FOLLOWS = 24;
    private static final int SHORT_FOLLOWS = 25;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Keys and values follow. */
    Cbor map(int entries) {
        return head(MAP, entries);
    }

    Cbor number(int value) {
        return value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value);
    }

    Cbor text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length).out.writeBytes(bytes);
        return this;
    }

    Cbor bytes(byte[] value) {
        head(BYTES, value.length).out.writeBytes(value);
        return this;
    }

    byte[] written() {
        return out.toByteArray();
    }

    private Cbor head(int type, int value) {
        int shifted = type << 5;
        if (value <= MAX_IN_HEAD) {
            out.write(shifted | value);
        } else if (value <= MAX_IN_BYTE) {
            out.write(shifted | BYTE_FOLLOWS);
            out.write(value);
        } else {
            out.write(shifted | SHORT_FOLLOWS);
            out.write(value >> Byte.SIZE);
            out.write(value);
        }
        return this;
    }
}
