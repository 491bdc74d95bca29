package io.strongroom.notify;

import java.util.regex.Pattern;

/**
 * What users, applications and networks have a say in, made fit for a mail that is sent in the tenant's name: one line, not
 * long, without characters that hide or turn others, and nothing a mail program makes a link of.
 */
final class PlainText {

    private static final int LONGEST = 60;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern LINK =
            Pattern.compile("//|@|www\\.|[\\p{L}\\p{N}]\\.\\p{L}{2}", Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    /** What an administrator, or the network, has given; empty for null. */
    static String line(String text) {
        if (text == null) {
            return "";
        }
        String shown = INVISIBLE
                .matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** What a user has typed; empty also where it might become a link. */
    static String fromUser(String text) {
        String shown = line(text);
        return LINK.matcher(shown).find() ? "" : shown;
    }
}
