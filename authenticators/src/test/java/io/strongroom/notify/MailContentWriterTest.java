package io.strongroom.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.mail.MailContent;
import io.strongroom.mail.Wording;
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

@DisplayName("The content of an e-mail")
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
        return notice(Kind.ADDED, Subject.ofType("otp").withName(name));
    }

    private static String value(MailContent content, String label) {
        return content.rows().stream()
                .filter(row -> row.label().equals(label))
                .map(MailContent.Row::value)
                .findFirst()
                .orElse("");
    }

    @Test
    @DisplayName("O5 X10 reports that two-factor was enabled, with factor, time and zone, IP address, application and "
            + "advice")
    void enabled() {
        MailContent content = write("en", added("Work phone"), WITH_ONE_FACTOR);

        assertEquals("Acme: two-factor login is switched on", content.subject());
        assertEquals(
                List.of("Second factor", "Name", "Time", "IP address", "Application"),
                content.rows().stream().map(MailContent.Row::label).toList());
        assertEquals("Authenticator app", value(content, "Second factor"));
        assertEquals("Work phone", value(content, "Name"));
        assertTrue(value(content, "Time").matches("November 22, 2026 at 9:30:00\\h?AM CET"), value(content, "Time"));
        assertEquals("192.0.2.7", value(content, "IP address"));
        assertEquals("Portal", value(content, "Application"));
        assertTrue(content.advice().startsWith("If this was not you"), content.advice());
    }

    @Test
    @DisplayName("O5 X14 is in German with German dates for a German user")
    void german() {
        MailContent content = write("de", added(null), WITH_ONE_FACTOR);

        assertEquals("Acme: Zwei-Faktor-Anmeldung eingeschaltet", content.subject());
        assertEquals("22. November 2026 um 09:30:00 MEZ", value(content, "Zeitpunkt"));
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
        "ORGANIZATION_REQUIRES,1,Acme: your organization now asks for a code",
        "LINKED,1,Acme: your account was linked to an identity provider"
    })
    void subjects(Kind kind, int factors, String expected) {
        Notice notice = notice(kind, Subject.ofType("sms-otp").withNumber("•••05"));

        assertEquals(
                expected,
                write("en", notice, new Situation("Acme", null, factors)).subject());
    }

    @ParameterizedTest(name = "{0} with {1} factors left: mentions that none is left = {2}")
    @CsvSource({"REMOVED,0,true", "REMOVED_BY_ADMIN,0,true", "REMOVED,1,false", "FAILED,0,false", "ADDED,0,false"})
    void noneLeft(Kind kind, int factors, boolean expected) {
        MailContent content = write("en", notice(kind, Subject.ofType("otp")), new Situation("A", null, factors));

        assertEquals(expected, content.paragraphs().contains("Your account has no second factor now."));
    }

    @ParameterizedTest(name = "X17 X18 names a credential of type {0} in {1}: {2}")
    @CsvSource({
        "otp,en,Authenticator app",
        "sms-otp,en,Text message",
        "webauthn,en,Security key",
        "webauthn-passwordless,en,Passkey",
        "webauthn,de,Sicherheitsschlüssel",
        "webauthn-passwordless,fr,Clé d’accès",
        "backup-codes,en,Backup codes",
        "recovery-authn-codes,en,Backup codes",
        "two-factor-unproven-link,en,''"
    })
    void names(String type, String language, String expected) {
        MailContent content = write(language, notice(Kind.REMOVED, Subject.ofType(type)), WITH_ONE_FACTOR);

        assertEquals(
                expected,
                content.rows().get(0).value().contains("2026")
                        ? ""
                        : content.rows().get(0).value());
    }

    @Test
    @DisplayName("X17 writes about a key, not a code, if a key failed")
    void failedKey() {
        MailContent content = write("en", notice(Kind.FAILED, Subject.ofType("webauthn")), WITH_ONE_FACTOR);

        assertEquals("Acme: a login failed at the second step", content.subject());
        assertTrue(content.paragraphs().get(0).contains("used a wrong key"), content::toString);
        assertFalse(content.toString().contains("code"), content::toString);
    }

    @Test
    @DisplayName("X17 writes about a key, not a code, if a data room asks for a key")
    void roomAsksForKey() {
        Subject subject =
                Subject.ofType("webauthn-passwordless").withName("Phone").withRelated("Falcon");

        MailContent content = write("en", notice(Kind.ROOM_REQUIRES, subject), WITH_ONE_FACTOR);

        assertEquals("Acme: a data room now asks for a second step", content.subject());
        assertEquals("Passkey", value(content, "Second factor"));
        assertEquals("Phone", value(content, "Name"));
        assertFalse(content.toString().contains("code"), content::toString);
    }

    @Test
    @DisplayName(
            "X15 names the organization as the tenant, without a row for it, and writes about a key if it asks for one")
    void organization() {
        Notice notice = new Notice(
                Kind.ORGANIZATION_REQUIRES,
                "realm",
                "user",
                AT,
                Subject.ofType("webauthn").withName("Phone").withRelated("Acme"),
                Origin.HIDDEN);

        MailContent content = write("en", notice, new Situation("Acme", null, 1));

        assertEquals("Acme: your organization now asks for a second step", content.subject());
        assertEquals(
                List.of("Second factor", "Name", "Time"),
                content.rows().stream().map(MailContent.Row::label).toList());
        assertFalse(content.toString().contains("code"), content::toString);
    }

    static Stream<Arguments> everyKind() {
        return Stream.of("en", "de")
                .flatMap(language -> Stream.of(Kind.values()).map(kind -> Arguments.of(language, kind)));
    }

    @ParameterizedTest(name = "X14 is fully translated in {0} about {1}, with time and advice")
    @MethodSource("everyKind")
    void complete(String language, Kind kind) {
        MailContent content = write(
                language,
                notice(kind, Subject.ofType("sms-otp").withNumber("•••05").withCodesLeft("3")),
                WITH_ONE_FACTOR);

        String all = content.toString();
        assertFalse(all.contains("strongroom") || all.contains("{") || all.contains("''"), all);
        assertTrue(
                all.contains("•••05")
                        && all.contains("2026")
                        && !content.advice().isBlank(),
                all);
    }

    @Test
    @DisplayName("security 19: shows a number masked")
    void number() {
        MailContent content =
                write("en", notice(Kind.ADDED, Subject.ofType("sms-otp").withNumber("•••05")), WITH_ONE_FACTOR);

        assertEquals("Text message", value(content, "Second factor"));
        assertEquals("•••05", value(content, "Phone number"));
    }

    @ParameterizedTest(name = "X10 labels the related name of {0} as {1}")
    @CsvSource({"ROOM_REQUIRES,Data room", "LINKED,Identity provider"})
    void related(Kind kind, String label) {
        MailContent content =
                write("en", notice(kind, Subject.ofType("sms-otp").withRelated("Falcon")), WITH_ONE_FACTOR);

        assertEquals("Falcon", value(content, label));
    }

    @Test
    @DisplayName("can't carry a user's link, because a name that might become one is omitted")
    void links() {
        MailContent content = write("en", added("Confirm at evil.example/login"), WITH_ONE_FACTOR);

        assertFalse(content.toString().contains("evil"), content::toString);
    }

    @Test
    @DisplayName("has no row for unknown details")
    void unknown() {
        Notice notice = new Notice(Kind.REMOVED_BY_ADMIN, "realm", "user", AT, Subject.ofType("otp"), Origin.HIDDEN);

        assertEquals(
                List.of("Second factor", "Time"),
                write("en", notice, new Situation("Acme", null, 1)).rows().stream()
                        .map(MailContent.Row::label)
                        .toList());
    }
}
