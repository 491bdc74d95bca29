package io.strongroom.policy;

import java.util.regex.Pattern;

/**
 * Makes an organization's name harmless in messages. The organization's own administrators write it, but messages are sent
 * in the realm's name: the name must not add lines or links, and must not be longer than a name.
 */
final class OrganizationName {

    private static final int MAX_CHARACTERS = 60;
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");

    /** Dots within a word, in any script that domain names accept, and what else makes a link or an address. */
    private static final Pattern LINK = Pattern.compile("[.\u3002\uFF0E\uFF61](?=\\S)|//|\\\\\\\\|@|\uFF20|\uFE6B");

    /** Keycloak's pages replace message keys in braces. */
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private OrganizationName() {}

    /** Returns the name as messages show it; empty if nothing of it can be shown. */
    static String shown(String name) {
        String visible = INVISIBLE.matcher(spaced(name, SPACES)).replaceAll("");
        String plain = spaced(spaced(spaced(visible, BRACES), LINK), SPACES).strip();
        return plain.codePointCount(0, plain.length()) <= MAX_CHARACTERS
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MAX_CHARACTERS))
                                .strip() + "…";
    }

    private static String spaced(String text, Pattern found) {
        return found.matcher(text).replaceAll(" ");
    }
}
