package io.strongroom.admin.health;

import io.strongroom.log.Printable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem that an administrator should fix.
 *
 * @param severity {@code warning} or {@code error}
 * @param what     the attribute or object with the problem, and its owner
 * @param message  the problem, what applies until it is fixed, and how to fix it
 * @param mend     id of the fix that one call applies, or null if an administrator has to act
 */
@Schema(name = "Finding")
public record Finding(String severity, String what, String message, String mend) {

    public Finding {
        what = Printable.line(what);
        message = Printable.line(message);
    }

    static Finding error(String what, String message) {
        return new Finding("error", what, message, null);
    }

    static Finding warning(String what, String message) {
        return new Finding("warning", what, message, null);
    }

    /** Returns this finding with the owner of its attribute, such as {@code organization acme}. */
    Finding in(String place) {
        return new Finding(severity, what + " of " + place, message, mend);
    }

    /** Returns this finding of one organization among those of the realm, whose fixes apply to all organizations. */
    Finding inRealm() {
        return new Finding(severity, what, message, mend == null ? null : Fix.OF_ORGANIZATIONS + mend);
    }

    Finding fixedBy(OrganizationFix fix) {
        return new Finding(severity, what, message, fix.id());
    }

    /** Returns this finding with a fix that one call applies. */
    Finding fixedBy(Fix fix) {
        return new Finding(severity, what, message, fix.id());
    }
}
