package io.strongroom.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("security 30: The log")
class LogTest {

    private static final String FORGED = "vonage\r\n2026-08-01 WARN forged\u2028again";

    @ParameterizedTest(name = "does not let U+{0} break a line or change its direction")
    @ValueSource(
            strings = {
                "000A", "000D", "0085", "2028", "2029", "000B", "000C", "001B", "0000", "007F", "202E", "2066", "200F"
            })
    void oneLine(String codePoint) {
        String broken = Character.toString(Integer.parseInt(codePoint, 16));

        assertEquals("x\uFFFDy", Printable.line("x" + broken + "y"));
    }

    @Test
    @DisplayName("cuts a long text, but never within a character")
    void cut() {
        assertEquals("abc…", Printable.line("abcdef", 3));
        assertEquals("abc", Printable.line("abc", 3));
        assertEquals("ab…", Printable.line("ab😀", 3));
        assertNull(Printable.line(null, 3));
    }

    @Test
    @DisplayName("keeps parameters on one line, and numbers stay numbers")
    void parameters() {
        try (CapturedLines lines = new CapturedLines(LogTest.class)) {
            Log.of(LogTest.class).warnf("gateway %s failed %d times, %s", FORGED, 3, null);

            assertEquals(
                    "gateway vonage\uFFFD\uFFFD2026-08-01 WARN forged\uFFFDagain failed 3 times, null", lines.only());
        }
    }

    @Test
    @DisplayName("keeps messages of an exception and its causes on one line")
    void exceptions() {
        IllegalStateException thrown =
                new IllegalStateException("outer\n" + FORGED, new IllegalArgumentException(FORGED));
        thrown.addSuppressed(new RuntimeException(FORGED));
        StringWriter written = new StringWriter();

        PrintableCause.of(thrown).printStackTrace(new PrintWriter(written));

        assertTrue(written.toString().contains("java.lang.IllegalStateException: outer"), written::toString);
        assertTrue(
                Stream.of(written.toString().split("\\R")).noneMatch(line -> line.startsWith("2026")),
                written::toString);
        assertTrue(written.toString().contains("LogTest.exceptions"), "the trace stays");
        assertFalse(written.toString().contains("\u2028"));
    }

    @Test
    @DisplayName("logs an exception with a safe message unchanged and ends circular causes")
    void plainExceptions() {
        RuntimeException plain = new RuntimeException("plain");
        RuntimeException circle = new RuntimeException("a\nb");
        RuntimeException inner = new RuntimeException("c", circle);
        circle.initCause(inner);

        assertSame(plain, PrintableCause.of(plain));
        assertEquals(
                "java.lang.RuntimeException: a\uFFFDb",
                PrintableCause.of(circle).toString());
    }
}
