package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The pictures in {@code docs/images}, which tests retake with {@code -Dpictures=write}. */
public final class DocumentedPictures {
    private static final Path DIRECTORY =
            Layout.target().resolve("../../docs/images").normalize();

    private DocumentedPictures() {}

    /** Whether this run takes them. */
    public static boolean areWritten() {
        return "write".equals(System.getProperty("pictures"));
    }

    /** Takes a screenshot and, if pictures are written, stores it there as {@code <name>.png}. */
    public static void take(Chromium chromium, String name) {
        Path picture = chromium.screenshot(name);
        if (areWritten()) {
            try {
                Files.copy(picture, DIRECTORY.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
