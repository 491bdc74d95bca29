package io.strongroom.gateway.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A set of HTTP statuses, written as {@code 200,202} or {@code 500-599}. */
final class StatusSet {

    private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");

    private final List<Range> ranges;

    private StatusSet(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(int first, int last) {}

    /** Parses a set of statuses; empty if the text is invalid. Blank text means the empty set. */
    static Optional<StatusSet> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(new StatusSet(List.of()));
        }
        List<Matcher> parts = Arrays.stream(text.split(",", -1))
                .map(part -> RANGE.matcher(part.strip()))
                .toList();
        return parts.stream().allMatch(Matcher::matches)
                ? Optional.of(new StatusSet(parts.stream().map(StatusSet::range).toList()))
                : Optional.empty();
    }

    private static Range range(Matcher part) {
        int first = Integer.parseInt(part.group(1));
        return new Range(first, part.group(2) == null ? first : Integer.parseInt(part.group(2)));
    }

    boolean contains(int status) {
        return ranges.stream().anyMatch(range -> status >= range.first() && status <= range.last());
    }
}
