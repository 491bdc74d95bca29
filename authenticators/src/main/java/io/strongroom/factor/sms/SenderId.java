package io.strongroom.factor.sms;

import io.strongroom.factor.LoginTenant;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sender shown on phones for a tenant's messages. Networks accept 1 to 11 letters A to Z, digits and spaces, or a
 * number.
 *
 * @param shown  the sender shown on phones
 * @param wanted the sender that the tenant configured, or the tenant's name if it configured none
 * @param fit    how well {@code wanted} fits the networks' rules
 */
public record SenderId(String shown, String wanted, Fit fit) {

    private static final int MAX_LENGTH = 11;
    private static final String DEFAULT = "Strongroom";
    private static final String NUMBER = "\\+?\\d{3,15}";

    /** Latin letters that Unicode normalization doesn't decompose. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("Æ", "Ae"),
            Map.entry("æ", "ae"),
            Map.entry("Œ", "Oe"),
            Map.entry("œ", "oe"),
            Map.entry("Ø", "O"),
            Map.entry("ø", "o"),
            Map.entry("Ł", "L"),
            Map.entry("ł", "l"),
            Map.entry("Đ", "D"),
            Map.entry("đ", "d"),
            Map.entry("ı", "i"),
            Map.entry("Þ", "Th"),
            Map.entry("þ", "th"),
            Map.entry("Ð", "D"),
            Map.entry("ð", "d"));

    /** How well the wanted sender fits the networks' rules. */
    public enum Fit {
        /** The sender is shown in full, except for accents and symbols. */
        WHOLE,
        /** The sender is too long; only its beginning is shown. */
        CUT,
        /** The sender contains letters or digits that networks don't accept. */
        LETTERS_LOST
    }

    /** Returns a tenant's sender. */
    public static SenderId of(LoginTenant tenant) {
        List<String> names = Stream.concat(Stream.ofNullable(tenant.sms().sender()), tenant.names().stream())
                .toList();
        return of(names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    /**
     * @param others the tenant's other names, best first, used if {@code wanted} contains letters that networks don't
     *               accept
     */
    static SenderId of(String wanted, String... others) {
        String plain = plain(wanted);
        Fit fit = isWhole(wanted) ? (plain.length() > MAX_LENGTH ? Fit.CUT : Fit.WHOLE) : Fit.LETTERS_LOST;
        if (fit != Fit.LETTERS_LOST && isUsable(plain)) {
            return new SenderId(cut(plain), wanted, fit);
        }
        List<String> names = Stream.concat(Stream.of(wanted), Stream.of(others)).toList();
        String shown = names.stream()
                .filter(SenderId::isWhole)
                .map(SenderId::plain)
                .filter(SenderId::isUsable)
                .findFirst()
                .or(() -> names.stream()
                        .map(SenderId::plain)
                        .filter(SenderId::isUsable)
                        .findFirst())
                .orElse(DEFAULT);
        return new SenderId(cut(shown), wanted, Fit.LETTERS_LOST);
    }

    /** Returns whether networks accept the sender. A sender of digits only must have the length of a number. */
    private static boolean isUsable(String plain) {
        return plain.matches("\\d{3,15}|.*[A-Za-z].*");
    }

    private static boolean isWhole(String name) {
        return latin(name).codePoints().filter(Character::isLetterOrDigit).allMatch(point -> point < 128);
    }

    private static String plain(String name) {
        return name.strip().matches(NUMBER)
                ? name.strip().replace("+", "")
                : latin(name)
                        .replaceAll("[^A-Za-z0-9 ]", "")
                        .replaceAll(" +", " ")
                        .strip();
    }

    private static String latin(String name) {
        String latin = Normalizer.normalize(name, Normalizer.Form.NFD);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            latin = latin.replace(letter.getKey(), letter.getValue());
        }
        return latin;
    }

    private static String cut(String plain) {
        boolean fits = plain.length() <= MAX_LENGTH || plain.matches(NUMBER);
        return fits ? plain : plain.substring(0, MAX_LENGTH).strip();
    }
}
