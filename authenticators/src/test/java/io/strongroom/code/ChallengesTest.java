package io.strongroom.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.code.Challenges.Issued;
import io.strongroom.code.EntryResult.Accepted;
import io.strongroom.code.EntryResult.Exhausted;
import io.strongroom.code.EntryResult.Expired;
import io.strongroom.code.EntryResult.NoChallenge;
import io.strongroom.code.EntryResult.Used;
import io.strongroom.code.EntryResult.Wrong;
import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import io.strongroom.throttle.EntryThrottle;
import io.strongroom.throttle.LimitResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A challenge")
class ChallengesTest {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final CodeBinding BINDING = new CodeBinding("login-1", "anna", "+46701740605");

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final TestKeys keys = new TestKeys();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7L);
    private final Challenges challenges = new Challenges(store, keys, clock, new CodeGenerator(random));

    @Nested
    @DisplayName("when a code is entered")
    class Entered {

        @Test
        @DisplayName("security 3: accepts the right code once")
        void once() {
            String code = issue().code();

            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, code));
            assertEquals(new Used(), challenges.redeem(BINDING, code));
        }

        @Test
        @DisplayName("security 3: reports a used code as used, even after expiry and for a wrong entry")
        void staysUsed() {
            String code = issue().code();
            challenges.redeem(BINDING, code);
            clock.advance(LIFE.plusMinutes(1));

            assertEquals(new Used(), challenges.redeem(BINDING, code));
            assertEquals(new Used(), challenges.redeem(BINDING, wrong(code, 1)));
        }

        @Test
        @DisplayName("security 7: does not accept the right code after five wrong entries")
        void fiveEntries() {
            String code = issue().code();

            for (int left = 4; left >= 0; left--) {
                assertEquals(new Wrong(left), challenges.redeem(BINDING, wrong(code, left)));
            }
            assertEquals(new Exhausted(), challenges.redeem(BINDING, code));
            assertEquals(5, keys.lookups(), "entries compared");
        }

        @Test
        @DisplayName("security 7: accepts the right code at the fifth entry")
        void fifthEntry() {
            String code = issue().code();
            for (int i = 1; i <= 4; i++) {
                challenges.redeem(BINDING, wrong(code, i));
            }

            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, code));
        }

        @ParameterizedTest(name = "counts \"{0}\" as a wrong entry")
        @ValueSource(strings = {"", " ", "0", "abcdef", "9999999999999999999999"})
        void nonsense(String entered) {
            issue();

            assertEquals(new Wrong(4), challenges.redeem(BINDING, entered));
        }

        @Test
        @DisplayName("security 1: treats leading zeros as significant")
        void leadingZeros() {
            Challenges zeros = new Challenges(store, keys, clock, new CodeGenerator(() -> 0L));
            assertEquals("000000", issue(zeros, BINDING, 6, LIFE).code());

            assertEquals(new Wrong(4), zeros.redeem(BINDING, "0"));
            assertEquals(new Wrong(3), zeros.redeem(BINDING, "0000000"));
            assertInstanceOf(Accepted.class, zeros.redeem(BINDING, "000000"));
        }

        @Test
        @DisplayName("is not passed by any entry before a code is sent")
        void noneSent() {
            assertEquals(new NoChallenge(), challenges.redeem(BINDING, "000000"));
        }
    }

    @Nested
    @DisplayName("at expiry")
    class Expiry {

        @Test
        @DisplayName("security 2: accepts a code until just before it expires")
        void lastMoment() {
            String code = issue().code();
            clock.advance(LIFE.minusMillis(1));

            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, code));
        }

        @Test
        @DisplayName("security 2: does not accept a code once it has expired")
        void expired() {
            String code = issue().code();
            clock.advance(LIFE);

            assertEquals(new Expired(), challenges.redeem(BINDING, code));
            assertEquals(0, keys.lookups(), "entries compared");
        }

        @Test
        @DisplayName("security 2: deletes a code ten minutes after it has expired")
        void forgotten() {
            String code = issue().code();
            clock.advance(LIFE.plusMinutes(10));

            assertEquals(new NoChallenge(), challenges.redeem(BINDING, code));
            assertEquals("", store.dump());
        }

        @Test
        @DisplayName("security 3: stores the use of a code as long as the code")
        void useIsRememberedAsLong() {
            Issued issued = issue();
            clock.advance(LIFE.minusSeconds(1));
            challenges.redeem(BINDING, issued.code());
            clock.advance(Duration.ofMinutes(10));

            assertTrue(challenges.latest(BINDING).isPresent());
            assertEquals(new Used(), challenges.redeem(BINDING, issued.code()));
        }
    }

    @Nested
    @DisplayName("bound to its login")
    class Bound {

        @ParameterizedTest(name = "security 4: refuses a code of another {0}")
        @CsvSource({
            "login attempt,login-2,anna,+46701740605",
            "user,login-1,bert,+46701740605",
            "number,login-1,anna,+46701740606"
        })
        void elsewhere(String what, String login, String user, String number) {
            String code = issue().code();

            assertEquals(new NoChallenge(), challenges.redeem(new CodeBinding(login, user, number), code));
            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, code));
        }

        @Test
        @DisplayName("security 4: treats a code as wrong in another login that has its own code")
        void crossed() {
            CodeBinding other = new CodeBinding("login-2", "anna", "+46701740605");
            String mine = issue().code();
            String theirs = issue(challenges, other, 6, LIFE).code();
            assertNotEquals(mine, theirs);

            assertEquals(new Wrong(4), challenges.redeem(BINDING, theirs));
            assertEquals(new Wrong(4), challenges.redeem(other, mine));
        }

        @Test
        @DisplayName("security 4: is not accepted if it is copied to another login in the database")
        void copied() {
            CodeBinding other = new CodeBinding("login-2", "anna", "+46701740605");
            Issued issued = issue();
            store.put("code:" + other.key(), LIFE, issued.challenge().toEntry());

            assertEquals(new Wrong(4), challenges.redeem(other, issued.code()));
        }

        @Test
        @DisplayName("security 6: accepts a code after the realm's keys were rotated")
        void rotatedKeys() {
            String code = issue().code();
            keys.rotate("key-2");

            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, code));
        }

        @Test
        @DisplayName("security 6: does not accept a code after its key was deleted")
        void keyGone() {
            String code = issue().code();
            keys.rotate("key-2");
            keys.forget("key-1");

            assertEquals(new Wrong(4), challenges.redeem(BINDING, code));
        }
    }

    @Nested
    @DisplayName("when a code is sent again")
    class SentAgain {

        @Test
        @DisplayName("security 5: ends the previous code")
        void endTheOneBefore() {
            Issued first = issue();
            Issued second = issue();

            assertNotEquals(first.code(), second.code());
            assertNotEquals(first.challenge().id(), second.challenge().id());
            assertEquals(new Wrong(4), challenges.redeem(BINDING, first.code()));
            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, second.code()));
        }

        @Test
        @DisplayName("security 5: accepts only the previous code until the new one is activated")
        void activate() {
            Issued first = issue();
            Issued second = challenges.create(BINDING, 6, LIFE);

            assertEquals(new Wrong(4), challenges.redeem(BINDING, second.code()));
            assertInstanceOf(Accepted.class, challenges.redeem(BINDING, first.code()));
        }

        @Test
        @DisplayName("security 5: does not revive a used or exhausted code")
        void reviveNothing() {
            Issued used = issue();
            challenges.redeem(BINDING, used.code());
            Issued exhausted = issue();
            for (int i = 1; i <= 5; i++) {
                challenges.redeem(BINDING, wrong(exhausted.code(), i));
            }
            issue();

            assertEquals(Optional.of(new Used()), challenges.ended(used.challenge()));
            assertEquals(Optional.of(new Exhausted()), challenges.ended(exhausted.challenge()));
            assertInstanceOf(Wrong.class, challenges.redeem(BINDING, used.code()));
            assertInstanceOf(Wrong.class, challenges.redeem(BINDING, exhausted.code()));
        }

        @Test
        @DisplayName("security 5: does not reset the user's count of entries")
        void doNotResetEntries() {
            EntryThrottle entries = new EntryThrottle(store, clock, "realm", "anna", "sms-otp");
            String code = issue().code();
            for (int i = 1; i <= 5; i++) {
                entries.take();
                challenges.redeem(BINDING, wrong(code, i));
            }
            issue();

            assertInstanceOf(LimitResult.Wait.class, entries.take());
        }
    }

    @Nested
    @DisplayName("under attack")
    class UnderAttack {

        @Test
        @DisplayName("security 3: accepts exactly one of sixteen parallel entries of the right code")
        void sixteenAtOnce() throws Exception {
            for (int round = 0; round < 20; round++) {
                String code = issue().code();

                List<EntryResult> verdicts = Concurrently.run(16, () -> challenges.redeem(BINDING, code));

                assertEquals(
                        1, verdicts.stream().filter(Accepted.class::isInstance).count(), verdicts::toString);
                assertTrue(
                        verdicts.stream()
                                .allMatch(v -> v instanceof Accepted || v instanceof Used || v instanceof Exhausted),
                        verdicts::toString);
            }
        }

        @Test
        @DisplayName("security 7: compares five of sixty-four parallel guesses and is then exhausted")
        void sixtyFourGuesses() throws Exception {
            String code = issue().code();
            String guess = wrong(code, 1);

            List<EntryResult> verdicts = Concurrently.run(64, () -> challenges.redeem(BINDING, guess));

            assertEquals(5, keys.lookups(), "entries compared");
            assertEquals(
                    59, verdicts.stream().filter(Exhausted.class::isInstance).count());
            assertEquals(
                    Set.of(new Wrong(0), new Wrong(1), new Wrong(2), new Wrong(3), new Wrong(4)),
                    new HashSet<>(
                            verdicts.stream().filter(Wrong.class::isInstance).toList()));
            assertEquals(new Exhausted(), challenges.redeem(BINDING, code));
        }
    }

    @Nested
    @DisplayName("kept secret")
    class Secrecy {

        @Test
        @DisplayName("security 6: stores neither code, number nor user")
        void storage() {
            String code = issue(challenges, BINDING, 8, LIFE).code();
            challenges.redeem(BINDING, wrong(code, 1));
            String stored = store.dump();

            assertTrue(stored.contains("hash="), "something is stored");
            for (String secret : List.of(code, "46701740605", "anna", "login-1", "secret of")) {
                assertFalse(stored.contains(secret), secret);
            }
        }

        @Test
        @DisplayName("security 6: gives two users with the same code different hashes")
        void hashesDiffer() {
            Challenges same = new Challenges(store, keys, clock, new CodeGenerator(() -> 0L));
            Issued one = issue(same, BINDING, 6, LIFE);
            Issued other = issue(same, new CodeBinding("login-2", "bert", "+46701740606"), 6, LIFE);

            assertEquals(one.code(), other.code());
            assertNotEquals(one.challenge().hash(), other.challenge().hash());
        }

        @Test
        @DisplayName("security 6: shows neither code nor hash in toString")
        void strings() {
            Issued issued = issue(challenges, BINDING, 8, LIFE);

            for (String shown : List.of(
                    issued.toString(),
                    issued.challenge().toString(),
                    TestKeys.key("k").toString())) {
                assertFalse(shown.contains(issued.code()), shown);
                assertFalse(shown.contains(issued.challenge().hash()), shown);
                assertFalse(shown.contains("secret of"), shown);
            }
            assertTrue(issued.toString().contains(issued.challenge().id()), issued.toString());
        }
    }

    @Test
    @DisplayName("is read as it was stored if it is the latest")
    void latest() {
        assertEquals(Optional.empty(), challenges.latest(BINDING));
        Issued issued = issue(challenges, BINDING, 7, LIFE);

        Challenge latest = challenges.latest(BINDING).orElseThrow();

        assertEquals(issued.challenge(), latest);
        assertEquals(7, latest.length());
        assertEquals(7, issued.code().length());
        assertEquals(clock.instant().plus(LIFE), latest.expires());
        assertEquals(Optional.empty(), challenges.ended(latest));
    }

    @ParameterizedTest(name = "security 1: does not issue a code of {0} digits")
    @ValueSource(ints = {0, 5, 9})
    void otherLengths(int length) {
        assertThrows(IllegalArgumentException.class, () -> issue(challenges, BINDING, length, LIFE));
        assertEquals("", store.dump());
    }

    @Test
    @DisplayName("security 2: has a maximum lifetime of ten minutes")
    void maxLifetime() {
        assertEquals(
                clock.instant().plus(Duration.ofMinutes(10)),
                issue(challenges, BINDING, 6, Duration.ofMinutes(10))
                        .challenge()
                        .expires());
        assertThrows(
                IllegalArgumentException.class,
                () -> issue(challenges, BINDING, 6, Duration.ofMinutes(10).plusMillis(1)));
    }

    @Test
    @DisplayName("security 7: makes no sixth comparison for parallel entries that don't see each other")
    void parallelEntries() {
        Challenges blind = new Challenges(new BlindStore(store), keys, clock, new CodeGenerator(random));
        String code = issue(blind, BINDING, 6, LIFE).code();
        for (int i = 1; i <= 5; i++) {
            blind.redeem(BINDING, wrong(code, i));
        }

        assertEquals(new Exhausted(), blind.redeem(BINDING, code));
        assertEquals(new Exhausted(), blind.redeem(BINDING, code));
        assertEquals(5, keys.lookups(), "entries compared");
    }

    private Issued issue() {
        return issue(challenges, BINDING, 6, LIFE);
    }

    private static Issued issue(Challenges challenges, CodeBinding binding, int length, Duration life) {
        Issued issued = challenges.create(binding, length, life);
        challenges.activate(binding, issued.challenge());
        return issued;
    }

    /** Returns a different code of the same length. */
    private static String wrong(String code, int by) {
        int modulus = (int) Math.pow(10, code.length());
        return String.format("%0" + code.length() + "d", (Integer.parseInt(code) + 1 + by) % modulus);
    }
}
