package io.strongroom.testrealm.crawl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rows that cover every pair of values")
class CoveringRowsTest {
    private static final int[] SIZES = {4, 4, 4, 4, 4, 4, 3, 10, 2};

    @Test
    @DisplayName("cover all pairs of all parameters with few rows")
    void complete() {
        List<int[]> rows = CoveringRows.pairs(SIZES);

        for (int one = 0; one < SIZES.length; one++) {
            for (int other = one + 1; other < SIZES.length; other++) {
                Set<List<Integer>> pairs = new HashSet<>();
                for (int[] row : rows) {
                    pairs.add(List.of(row[one], row[other]));
                }
                assertTrue(pairs.size() == SIZES[one] * SIZES[other], one + " with " + other + ": " + pairs);
            }
        }
        assertTrue(rows.size() <= 50, () -> "40 would be the fewest, and there are " + rows.size());
    }

    @Test
    @DisplayName("are the same in every run")
    void deterministic() {
        assertArrayEquals(
                CoveringRows.pairs(SIZES).toArray(), CoveringRows.pairs(SIZES).toArray());
    }
}
