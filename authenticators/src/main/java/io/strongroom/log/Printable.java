package io.strongroom.log;

/** Text from outside, such as an attribute, a name or a vendor's words, made fit for one line. */
public final class Printable {

    private static final String NO_LETTER = "[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
    private static final String INSTEAD = "\uFFFD";

    private Printable() {}

    /** All of it, in one line; what would break the line, or turn its direction, becomes a mark. */
    public static String line(String text) {
        return text == null ? null : text.replaceAll(NO_LETTER, INSTEAD);
    }

    /**
     * Its beginning, in one line.
     *
     * @param longest how many characters at most; what is longer ends in an ellipsis
     */
    public static String line(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return line(text);
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return line(text.substring(0, end)) + "…";
    }
}
