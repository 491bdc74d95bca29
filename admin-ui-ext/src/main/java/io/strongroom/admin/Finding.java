package io.strongroom.admin;

import io.strongroom.log.Printable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something an administrator should mend.
 *
 * @param severity {@code warning} or {@code error}
 * @param what     the attribute, and whose
 * @param message  what is wrong and what holds until it is mended
 * @param mend     id to mend it with in one call, or null: it takes an administrator
 */
@Schema(name = "Finding")
public record Finding(String severity, String what, String message, String mend) {

    public Finding {
        what = Printable.line(what);
        message = Printable.line(message);
    }

    public Finding(String severity, String what, String message) {
        this(severity, what, message, null);
    }
}
