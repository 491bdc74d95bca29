package io.strongroom.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The generation of codes")
class CodeGeneratorTest {

    /** For 9 degrees of freedom; a fair generator exceeds it once in a thousand runs. */
    private static final double CHI_SQUARE_LIMIT = 27.88;

    @ParameterizedTest(name = "security 1: makes all digits equally likely at each place of {0}-digit codes")
    @ValueSource(ints = {6, 7, 8})
    void uniform(int length) {
        int draws = 20_000;
        int[][] seen = new int[length][10];
        CodeGenerator generator = new CodeGenerator(seeded());
        for (int draw = 0; draw < draws; draw++) {
            String code = generator.generate(length);
            for (int place = 0; place < length; place++) {
                seen[place][code.charAt(place) - '0']++;
            }
        }
        for (int place = 0; place < length; place++) {
            double chiSquare = chiSquare(seen[place], draws / 10.0);
            assertTrue(chiSquare < CHI_SQUARE_LIMIT, "chi-square at place " + place + ": " + chiSquare);
        }
    }

    @Test
    @DisplayName("security 1: makes consecutive digits independent")
    void independent() {
        int draws = 50_000;
        int[] pairs = new int[100];
        CodeGenerator generator = new CodeGenerator(seeded());
        for (int draw = 0; draw < draws; draw++) {
            String code = generator.generate(6);
            pairs[Integer.parseInt(code.substring(2, 4))]++;
        }
        double chiSquare = chiSquare(pairs, draws / 100.0);
        assertTrue(chiSquare < 148.2, "chi-square of 99 degrees of freedom: " + chiSquare);
    }

    @Test
    @DisplayName("security 1: keeps leading zeros")
    void leadingZeros() {
        RandomGenerator zeros = () -> 0L;

        assertEquals("000000", new CodeGenerator(zeros).generate(6));
        assertEquals("00000000", new CodeGenerator(zeros).generate(8));
    }

    @Test
    @DisplayName("security 1: uses a cryptographically strong generator")
    void strong() throws ReflectiveOperationException {
        Field random = CodeGenerator.class.getDeclaredField("random");
        random.setAccessible(true);

        assertInstanceOf(SecureRandom.class, random.get(new CodeGenerator()));
    }

    @ParameterizedTest(name = "security 1: never makes a code of {0} digits")
    @ValueSource(ints = {-1, 0, 1, 5, 9, 100})
    void otherLengths(int length) {
        CodeGenerator generator = new CodeGenerator(seeded());

        assertThrows(IllegalArgumentException.class, () -> generator.generate(length));
    }

    private static RandomGenerator seeded() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(20261122L);
    }

    private static double chiSquare(int[] seen, double expected) {
        double sum = 0;
        for (int count : seen) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
