package io.strongroom.admin.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The version of a policy")
class PolicyVersionTest {

    private final PolicyVersion version = of(Map.of("a", "1", "b", "2"));

    private static PolicyVersion of(Map<String, String> attributes) {
        return PolicyVersion.of(new TreeMap<>(attributes));
    }

    @Test
    @DisplayName("is equal for equal attributes, and different for any others")
    void differs() {
        assertEquals(version, of(Map.of("b", "2", "a", "1")));
        assertNotEquals(version, of(Map.of("a", "1")));
        assertNotEquals(version, of(Map.of("a", "12", "b", "")));
        assertNotEquals(of(Map.of("a", "1\nb\n1\n2")), of(Map.of("a", "1", "b", "2")));
    }

    @Test
    @DisplayName("satisfies its own tag, a list that contains it, a star, and a missing header")
    void ifMatch() {
        assertTrue(version.satisfies(null));
        assertTrue(version.satisfies("*"));
        assertTrue(version.satisfies(version.header()));
        assertTrue(version.satisfies("\"other\", " + version.header()));
        assertFalse(version.satisfies("\"other\""));
        assertFalse(version.satisfies(version.tag()));
        assertFalse(version.satisfies("W/" + version.header()));
    }
}
