package io.strongroom.testrealm.crawl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small set of rows that covers every pair of values of two parameters (pairwise testing); the same at each run. */
final class CoveringRows {
    private final int[] sizes;
    private final boolean[][][][] met;
    private int missing;

    private CoveringRows(int... sizes) {
        this.sizes = sizes;
        this.met = new boolean[sizes.length][sizes.length][][];
        for (int one = 0; one < sizes.length; one++) {
            for (int other = 0; other < sizes.length; other++) {
                met[one][other] = new boolean[sizes[one]][sizes[other]];
                missing += one < other ? sizes[one] * sizes[other] : 0;
            }
        }
    }

    /** @param sizes the number of values of each parameter */
    static List<int[]> pairs(int... sizes) {
        return new CoveringRows(sizes).rows();
    }

    private List<int[]> rows() {
        List<int[]> rows = new ArrayList<>();
        while (missing > 0) {
            int[] row = firstMissing();
            for (int factor = 0; factor < sizes.length; factor++) {
                if (row[factor] < 0) {
                    row[factor] = best(factor, row, rows.size());
                }
            }
            meet(row);
            rows.add(row);
        }
        return rows;
    }

    private int[] firstMissing() {
        int[] row = new int[sizes.length];
        Arrays.fill(row, -1);
        for (int one = 0; one < sizes.length; one++) {
            for (int other = one + 1; other < sizes.length; other++) {
                for (int pair = 0; pair < sizes[one] * sizes[other]; pair++) {
                    int value = pair / sizes[other];
                    int with = pair % sizes[other];
                    if (!met[one][other][value][with]) {
                        row[one] = value;
                        row[other] = with;
                        return row;
                    }
                }
            }
        }
        throw new IllegalStateException("Nothing is missing");
    }

    /** Returns the value that covers most new pairs; ties are broken in turn. */
    private int best(int factor, int[] row, int turn) {
        int best = 0;
        int most = -1;
        for (int offset = 0; offset < sizes[factor]; offset++) {
            int value = (turn + factor + offset) % sizes[factor];
            int news = 0;
            for (int other = 0; other < sizes.length; other++) {
                if (row[other] >= 0 && other != factor && !isMet(factor, value, other, row[other])) {
                    news++;
                }
            }
            if (news > most) {
                most = news;
                best = value;
            }
        }
        return best;
    }

    private boolean isMet(int factor, int value, int other, int with) {
        return factor < other ? met[factor][other][value][with] : met[other][factor][with][value];
    }

    private void meet(int... row) {
        for (int one = 0; one < sizes.length; one++) {
            for (int other = one + 1; other < sizes.length; other++) {
                if (!met[one][other][row[one]][row[other]]) {
                    met[one][other][row[one]][row[other]] = true;
                    missing--;
                }
            }
        }
    }
}
