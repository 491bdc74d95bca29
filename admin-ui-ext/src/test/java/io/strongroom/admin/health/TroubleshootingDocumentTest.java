package io.strongroom.admin.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The document docs/troubleshooting.md")
class TroubleshootingDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/troubleshooting.md");
    private static final Path MAIN = Path.of("src/main/java/io/strongroom/admin/health");
    private static final Pattern SUBJECT = Pattern.compile("\"(twoFactor\\.[\\w.]+|smtpServer)\"");

    @Test
    @DisplayName("names every fix of the health page")
    void fixes() throws IOException {
        assertEquals(List.of(), missing(Stream.of(Fix.values()).map(Fix::id)));
    }

    @Test
    @DisplayName("names every reason for which a number is refused")
    void reasons() throws IOException {
        Stream<String> reasons = Stream.of(PhoneNumber.Refusal.values())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT));

        assertEquals(List.of(), missing(reasons));
    }

    @Test
    @DisplayName("names every attribute that a health finding is about")
    void subjects() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(MAIN)) {
            sources = files.filter(file -> file.toString().matches(".*(Findings|Health)\\.java"))
                    .toList();
        }
        StringBuilder text = new StringBuilder();
        for (Path source : sources) {
            text.append(Files.readString(source));
        }

        List<String> subjects = SUBJECT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertEquals(List.of(), subjects.isEmpty() ? List.of("no subject found") : missing(subjects.stream()));
    }

    private static List<String> missing(Stream<String> words) throws IOException {
        String document = Files.readString(DOCUMENT);
        return words.filter(word -> !document.contains("`" + word + "`")).toList();
    }
}
