package io.strongroom.admin.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param first how many to pass over, 0 to 10,000,000
 * @param max   how many, 1 to 200
 */
public record Paging(int first, int max) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int FARTHEST = 10_000_000;

    /** Reads query parameters; null stands for the usual: 0 and 50. */
    public static Paging of(String first, String max, Refusals refusals) {
        return of(first, max, MOST, refusals);
    }

    /** @param highest how many may be asked for, at least 50 */
    public static Paging of(String first, String max, int highest, Refusals refusals) {
        List<FieldError> errors = new ArrayList<>();
        int from = number("first", first, 0, 0, FARTHEST, errors);
        int most = number("max", max, USUAL, 1, highest, errors);
        if (!errors.isEmpty()) {
            throw refusals.fields(errors);
        }
        return new Paging(from, most);
    }

    private static int number(String name, String value, int usual, int lowest, int highest, List<FieldError> errors) {
        if (value == null) {
            return usual;
        }
        Optional<Integer> number = parse(value).filter(read -> read >= lowest && read <= highest);
        if (number.isEmpty()) {
            errors.add(new FieldError(name, "strongroomAdminRange", lowest, highest));
        }
        return number.orElse(usual);
    }

    private static Optional<Integer> parse(String value) {
        try {
            return Optional.of(Integer.valueOf(value.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
