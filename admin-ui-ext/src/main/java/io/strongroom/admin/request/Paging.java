package io.strongroom.admin.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requested part of a list.
 *
 * @param first number of entries to skip, 0 to 10,000,000
 * @param max   maximum number of entries, 1 to 200
 */
public record Paging(int first, int max) {

    private static final int DEFAULT_MAX = 50;
    private static final int HIGHEST_MAX = 200;
    private static final int HIGHEST_FIRST = 10_000_000;

    /** A query parameter with its allowed range and its default value. */
    private record Parameter(String name, int lowest, int highest, int defaultValue) {

        int read(String value, List<FieldError> errors) {
            if (value == null) {
                return defaultValue;
            }
            Optional<Integer> number = parse(value).filter(read -> read >= lowest && read <= highest);
            if (number.isEmpty()) {
                errors.add(new FieldError(name, "strongroomAdminRange", lowest, highest));
            }
            return number.orElse(defaultValue);
        }
    }

    /**
     * Reads the query parameters of a list. A null parameter gets its default: 0 for {@code first}, 50 for
     * {@code max}.
     */
    public static Paging of(String first, String max, Refusals refusals) {
        return of(first, max, HIGHEST_MAX, refusals);
    }

    /** @param highestMax highest allowed value of {@code max}, at least 50 */
    public static Paging of(String first, String max, int highestMax, Refusals refusals) {
        List<FieldError> errors = new ArrayList<>();
        Paging paging = new Paging(
                new Parameter("first", 0, HIGHEST_FIRST, 0).read(first, errors),
                new Parameter("max", 1, highestMax, DEFAULT_MAX).read(max, errors));
        if (!errors.isEmpty()) {
            throw refusals.fields(errors);
        }
        return paging;
    }

    private static Optional<Integer> parse(String value) {
        try {
            return Optional.of(Integer.valueOf(value.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
