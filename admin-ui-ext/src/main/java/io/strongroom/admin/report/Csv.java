package io.strongroom.admin.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats lines of CSV (RFC 4180) so that no spreadsheet evaluates a cell as a formula (OWASP, CSV injection). */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** @param cells cells of the line; null is written as an empty cell */
    static String line(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String line(List<String> cells) {
        return line(cells.stream());
    }

    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String harmless = FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = harmless.chars().anyMatch(letter -> ",\"\r\n;".indexOf(letter) >= 0);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
