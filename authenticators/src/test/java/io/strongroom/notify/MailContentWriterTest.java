package io.strongroom.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.notify.MailContentWriter.Situation;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Origin;
import io.strongroom.notify.Notice.Subject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What mails say")
class MailContentWriterTest {

    private static final Instant AT = Instant.parse("2026-11-22T08:30:00Z");
    private static final Situation WITH_ONE_FACTOR = new Situation("Acme", "Portal", 1);

    private static MailContent write(String language, Notice notice, Situation situation) {
        Path file =
                Path.of("../themes/src/main/resources/theme-resources/messages/messages_" + language + ".properties");
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Wording wording = new Wording(messages, Locale.forLanguageTag(language), ZoneId.of("Europe/Stockholm"));
        return new MailContentWriter(wording).write(notice, situation);
    }

    private static Notice notice(Kind kind, Subject subject) {
        return new Notice(kind, "realm", "user", AT, subject, new Origin("192.0.2.7", "portal"));
    }

    private static Notice added(String name) {
        return notice(Kind.ADDED, new Subject("otp", name, null, null));
    }

    private static String value(MailContent letter, String label) {
        return letter.rows().stream()
                .filter(row -> row.label().equals(label))
                .map(MailContent.Row::value)
                .findFirst()
                .orElse("");
    }

    @Test
    @DisplayName(
            "O5 X10 two-factor was enabled: what, when with the zone, from where, by which application, and what to do")
    void enabled() {
        MailContent letter = write("en", added("Work phone"), WITH_ONE_FACTOR);

        assertEquals("Acme: two-factor login is switched on", letter.subject());
        assertEquals(
                List.of("Second factor", "Name", "Time", "IP address", "Application"),
                letter.rows().stream().map(MailContent.Row::label).toList());
        assertEquals("Authenticator app", value(letter, "Second factor"));
        assertEquals("Work phone", value(letter, "Name"));
        assertTrue(value(letter, "Time").matches("November 22, 2026 at 9:30:00\\h?AM CET"), value(letter, "Time"));
        assertEquals("192.0.2.7", value(letter, "IP address"));
        assertEquals("Portal", value(letter, "Application"));
        assertTrue(letter.advice().startsWith("If this was not you"), letter.advice());
    }

    @Test
    @DisplayName("O5 X14 in German, with German dates")
    void german() {
        MailContent letter = write("de", added(null), WITH_ONE_FACTOR);

        assertEquals("Acme: Zwei-Faktor-Anmeldung eingeschaltet", letter.subject());
        assertEquals("22. November 2026 um 09:30:00 MEZ", value(letter, "Zeitpunkt"));
    }

    @ParameterizedTest(name = "{0} with {1} factors now: {2}")
    @CsvSource({
        "ADDED,1,Acme: two-factor login is switched on",
        "ADDED,2,Acme: a second factor was set up",
        "REMOVED,1,Acme: a second factor was removed",
        "REMOVED_BY_ADMIN,0,Acme: a second factor was removed",
        "NUMBER_SET_BY_ADMIN,1,Acme: a phone number was set for your login",
        "BACKUP_CODE_USED,1,Acme: a backup code was used",
        "BACKUP_CODES_CREATED,1,Acme: backup codes were made",
        "BACKUP_CODES_RENEWED,1,Acme: new backup codes were made",
        "FAILED,1,Acme: a login failed at the second step",
        "ROOM_REQUIRES,1,Acme: a data room now asks for a code",
        "LINKED,1,Acme: your account was linked to an identity provider"
    })
    void subjects(Kind kind, int factors, String expected) {
        Notice notice = notice(kind, new Subject("sms-otp", null, "•••05", null));

        assertEquals(
                expected,
                write("en", notice, new Situation("Acme", null, factors)).subject());
    }

    @ParameterizedTest(name = "{0} with {1} factors left: none left = {2}")
    @CsvSource({"REMOVED,0,true", "REMOVED_BY_ADMIN,0,true", "REMOVED,1,false", "FAILED,0,false", "ADDED,0,false"})
    void noneLeft(Kind kind, int factors, boolean told) {
        MailContent letter =
                write("en", notice(kind, new Subject("otp", null, null, null)), new Situation("A", null, factors));

        assertEquals(told, letter.paragraphs().contains("Your account has no second factor now."));
    }

    static Stream<Arguments> everyStory() {
        return Stream.of("en", "de")
                .flatMap(language -> Stream.of(Kind.values()).map(kind -> Arguments.of(language, kind)));
    }

    @ParameterizedTest(name = "X14 {0}: {1} is told in words, with time and advice")
    @MethodSource("everyStory")
    void complete(String language, Kind kind) {
        MailContent letter = write(language, notice(kind, new Subject("sms-otp", null, "•••05", "3")), WITH_ONE_FACTOR);

        String all = letter.toString();
        assertFalse(all.contains("strongroom") || all.contains("{") || all.contains("''"), all);
        assertTrue(
                all.contains("•••05")
                        && all.contains("2026")
                        && !letter.advice().isBlank(),
                all);
    }

    @Test
    @DisplayName("security 19: a number is shown as it was masked")
    void number() {
        MailContent letter =
                write("en", notice(Kind.ADDED, new Subject("sms-otp", null, "•••05", null)), WITH_ONE_FACTOR);

        assertEquals("Text message", value(letter, "Second factor"));
        assertEquals("•••05", value(letter, "Phone number"));
    }

    @ParameterizedTest(name = "X10 {0} names it as {1}")
    @CsvSource({"ROOM_REQUIRES,Data room", "LINKED,Identity provider"})
    void other(Kind kind, String label) {
        MailContent letter =
                write("en", notice(kind, new Subject("sms-otp", null, null, null, "Falcon")), WITH_ONE_FACTOR);

        assertEquals("Falcon", value(letter, label));
    }

    @Test
    @DisplayName("a mail cannot be made to carry somebody's words: a name that might be a link is left out")
    void links() {
        MailContent letter = write("en", added("Confirm at evil.example/login"), WITH_ONE_FACTOR);

        assertFalse(letter.toString().contains("evil"), letter::toString);
    }

    @Test
    @DisplayName("what is not known has no line")
    void unknown() {
        Notice notice = new Notice(
                Kind.REMOVED_BY_ADMIN, "realm", "user", AT, new Subject("otp", null, null, null), Origin.UNTOLD);

        assertEquals(
                List.of("Second factor", "Time"),
                write("en", notice, new Situation("Acme", null, 1)).rows().stream()
                        .map(MailContent.Row::label)
                        .toList());
    }
}
