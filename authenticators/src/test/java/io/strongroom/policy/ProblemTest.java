package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A problem with an attribute")
class ProblemTest {

    @Test
    @DisplayName("reports the value, the allowed values and the effective value in one sentence")
    void oneSentence() {
        Problem problem = new Problem("twoFactor.enforcement", "REQUIERD", "required", "off, optional, required");

        assertEquals(
                "twoFactor.enforcement = \"REQUIERD\" is not allowed (allowed: off, optional, required);"
                        + " until fixed, required applies",
                problem.sentence());
    }

    @ParameterizedTest(name = "security 30: does not let a value start a new line (U+{0})")
    @ValueSource(strings = {"000A", "000D", "2028", "2029", "000B", "000C", "001B", "0000", "007F"})
    void lineBreaksAreNeutralised(String codePoint) {
        String lineBreak = Character.toString(Integer.parseInt(codePoint, 16));

        String sentence = new Problem("a", "x" + lineBreak + "WARN forged", "off", "b").sentence();

        assertFalse(sentence.contains(lineBreak), sentence);
        assertTrue(sentence.contains("WARN forged"), sentence);
    }

    @Test
    @DisplayName("security 30: does not let a group's name start a new line")
    void namesOfGroupsAreNeutralised() {
        List<Problem> problems = RoomPolicy.problemsOf(
                        "Bids\r\nWARN forged", TestPolicies.map("dataRoom=maybe\nWARN forged")::get)
                .toList();

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).sentence().contains("of group Bids"));
        assertFalse(
                problems.get(0).sentence().chars().anyMatch(Character::isISOControl),
                problems.get(0).sentence());
    }

    @Test
    @DisplayName("security 30: cuts a very long value")
    void longValuesAreCut() {
        String sentence = new Problem("a", "x".repeat(100_000), "off", "b").sentence();

        assertTrue(sentence.length() < 300, "length " + sentence.length());
        assertTrue(new Problem("a", "x".repeat(81), "off", "b").sentence().contains("x".repeat(80) + "…\""));
        assertTrue(new Problem("a", "x".repeat(80), "off", "b").sentence().contains("x".repeat(80) + "\""));
    }
}
