package io.strongroom.admin.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of CSV (RFC 4180) that no spreadsheet takes for a formula (OWASP, CSV injection). */
final class Csv {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** @param cells null: an empty cell */
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
        String plain = STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = plain.chars().anyMatch(letter -> ",\"\r\n;".indexOf(letter) >= 0);
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
