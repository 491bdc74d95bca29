package io.strongroom.log;

/** Makes untrusted text, such as attributes, names or vendor responses, safe to print on one line. */
public final class Printable {

    private static final String CONTROL_CHARACTER =
            "[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
    private static final String REPLACEMENT = "\uFFFD";

    private Printable() {}

    /**
     * Returns the text with all characters replaced that break the line or change the text direction. Returns null
     * for null.
     */
    public static String line(String text) {
        return text == null ? null : text.replaceAll(CONTROL_CHARACTER, REPLACEMENT);
    }

    /**
     * Works like {@link #line(String)}, but truncates text longer than {@code maxLength} and appends an ellipsis.
     *
     * @param maxLength maximum length in chars, without the ellipsis
     */
    public static String line(String text, int maxLength) {
        if (text == null || text.length() <= maxLength) {
            return line(text);
        }
        int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return line(text.substring(0, end)) + "…";
    }
}
