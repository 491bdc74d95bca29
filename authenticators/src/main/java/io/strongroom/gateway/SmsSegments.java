package io.strongroom.gateway;

import java.util.function.IntUnaryOperator;

/**
 * The encoding and length of a text message (3GPP TS 23.038). The encoding is the GSM 7-bit alphabet if that
 * contains all of the message's characters, otherwise UCS-2.
 *
 * @param unicode    whether the text needs UCS-2
 * @param characters number of septets in GSM 7-bit (two for each character from the extension table), or of UTF-16
 *                   units in UCS-2
 * @param segments   number of messages sent and charged: one for up to 160 septets or 70 units, otherwise one for every
 *                   153 or 67
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

    /** Counts segments. A character is never split across two segments. */
    private static SmsSegments count(
            boolean unicode, String text, int singleLimit, int segmentLimit, IntUnaryOperator widthOf) {
        int characters = 0;
        int segments = 1;
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            int width = widthOf.applyAsInt(point);
            characters += width;
            if (used + width > segmentLimit) {
                segments++;
                used = 0;
            }
            used += width;
        }
        return new SmsSegments(unicode, characters, characters <= singleLimit ? 1 : segments);
    }
}
