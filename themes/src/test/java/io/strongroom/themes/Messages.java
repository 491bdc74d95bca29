package io.strongroom.themes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is said in each language. */
final class Messages {
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private Messages() {}

    /** By key, as a message file has it. */
    static Map<String, String> of(String language) {
        return READ.computeIfAbsent(language, Messages::read);
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.messages(language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, value) -> messages.put((String) key, (String) value));
        return messages;
    }
}
