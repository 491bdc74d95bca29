package io.strongroom.mail;

import java.util.regex.Pattern;

/**
 * Sanitizes text from users, applications and networks for e-mails sent in the tenant's name: one short line, without
 * invisible or bidirectional control characters, and without text that an e-mail program turns into a link.
 */
public final class PlainText {

    private static final int MAX_CHARACTERS = 60;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern LINK =
            Pattern.compile("//|@|www\\.|[\\p{L}\\p{N}]\\.\\p{L}{2}", Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    /** Sanitizes text from an administrator or the network. Returns an empty string for null. */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        String shown = INVISIBLE
                .matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
        return shown.codePointCount(0, shown.length()) <= MAX_CHARACTERS
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, MAX_CHARACTERS)) + "…";
    }

    /** Sanitizes text typed by a user. Returns an empty string for null, and for text that might become a link. */
    public static String fromUser(String text) {
        String shown = line(text);
        return LINK.matcher(shown).find() ? "" : shown;
    }
}
