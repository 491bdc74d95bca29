package io.strongroom.testrealm.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.Vonage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The messages and e-mails of the demo, as its pages show them. */
final class DemoPost {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Demo demo;

    /** @param demo the running demo */
    DemoPost(Demo demo) {
        this.demo = demo;
    }

    /** Waits for a message to the number and returns the newest code. */
    String awaitCode(Page page, String realm, String number) {
        return await("a message to " + number)
                .atMost(TIMEOUT)
                .until(() -> newestText(page, realm, number), Optional::isPresent)
                .map(Vonage::code)
                .orElseThrow();
    }

    private Optional<String> newestText(Page page, String realm, String number) {
        return StreamSupport.stream(messages(page, realm).spliterator(), false)
                .filter(message -> number.equals(message.path("to").asText()))
                .map(message -> message.path("text").asText())
                .findFirst();
    }

    private JsonNode messages(Page page, String realm) {
        try {
            return JSON.readTree(
                    page.request().get(demo.inbox(realm) + "?format=json").text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for an e-mail, and leaves the page with the e-mails open. */
    void awaitMail(Page page, String subject) {
        await("a mail: " + subject).atMost(TIMEOUT).until(() -> {
            page.navigate(demo.mails().toString());
            return page.locator("main").textContent().contains(subject);
        });
    }
}
