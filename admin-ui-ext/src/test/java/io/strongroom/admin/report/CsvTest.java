package io.strongroom.admin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line of CSV")
class CsvTest {

    @ParameterizedTest(name = "does not run {0} as a formula")
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+46701740605", "-1", "＝1"})
    void formulas(String cell) {
        assertEquals("'" + cell + "\r\n", Csv.line(Stream.of(cell)));
    }

    @Test
    @DisplayName("keeps commas, quotes and line breaks in their cell")
    void quotes() {
        assertEquals(
                "\"a,b\",\"c\"\"d\",\"e\nf\",,plain\r\n", Csv.line(Stream.of("a,b", "c\"d", "e\nf", null, "plain")));
    }

    @Test
    @DisplayName("does not let a tab or a line break hide a formula")
    void hidden() {
        assertEquals("'\t=1\r\n", Csv.line(Stream.of("\t=1")));
        assertEquals("\"'\r=1\"\r\n", Csv.line(Stream.of("\r=1")));
    }
}
