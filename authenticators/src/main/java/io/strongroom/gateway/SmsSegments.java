package io.strongroom.gateway;

import java.util.function.IntUnaryOperator;

/**
 * How a text travels (3GPP TS 23.038): in the GSM 7-bit alphabet where all its characters are in it, else as UCS-2.
 *
 * @param unicode    whether it needs UCS-2
 * @param characters septets, where a character of the extension table takes two; or UTF-16 units in UCS-2
 * @param segments   messages it is sent, and charged, as: one up to 160 septets or 70 units, else 153 or 67 in each
 */
public record SmsSegments(boolean unicode, int characters, int segments) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public static SmsSegments of(String text) {
        boolean gsm = text.codePoints().allMatch(point -> BASIC.indexOf(point) >= 0 || EXTENSION.indexOf(point) >= 0);
        return gsm
                ? count(false, text, 160, 153, point -> EXTENSION.indexOf(point) >= 0 ? 2 : 1)
                : count(true, text, 70, 67, Character::charCount);
    }

    /** A character is never cut in two by the end of a segment. */
    private static SmsSegments count(boolean unicode, String text, int alone, int inEach, IntUnaryOperator width) {
        int characters = 0;
        int segments = 1;
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            int wide = width.applyAsInt(point);
            characters += wide;
            if (used + wide > inEach) {
                segments++;
                used = 0;
            }
            used += wide;
        }
        return new SmsSegments(unicode, characters, characters <= alone ? 1 : segments);
    }
}
