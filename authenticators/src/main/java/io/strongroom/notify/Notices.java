package io.strongroom.notify;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.Factors;
import io.strongroom.factor.backupcode.BackupCodeEvents;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.notify.NewRule.Owner;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Origin;
import io.strongroom.notify.Notice.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Maps events to notices. Ignores {@code UPDATE_TOTP} and {@code REMOVE_TOTP}: Keycloak emits them in addition to
 * {@code UPDATE_CREDENTIAL} and {@code REMOVE_CREDENTIAL}, for compatibility.
 */
final class Notices {

    /** Matches the user id in the paths of Keycloak's and Strongroom's admin APIs. */
    private static final Pattern USER = Pattern.compile("(?:^|/)(?:users|members)/([^/]+)/");

    private static final Pattern KEYCLOAKS_REMOVAL = Pattern.compile("users/[^/]+/credentials/[^/]+");

    private static final Pattern PHONE_NUMBER = Pattern.compile("/phone-number$");

    private Notices() {}

    static Optional<Notice> of(Event event) {
        Map<String, String> details = detailsOrNone(event.getDetails());
        if (event.getUserId() == null || event.getType() == null) {
            return Optional.empty();
        }
        return kindOf(event, details)
                .map(kind -> new Notice(
                        kind,
                        event.getRealmId(),
                        event.getUserId(),
                        Instant.ofEpochMilli(event.getTime()),
                        subject(kind, details),
                        new Origin(event.getIpAddress(), event.getClientId())));
    }

    private static Optional<Kind> kindOf(Event event, Map<String, String> details) {
        String type = details.getOrDefault(Details.CREDENTIAL_TYPE, "");
        return switch (event.getType()) {
            case UPDATE_CREDENTIAL ->
                Factors.areSavedCodes(type)
                        ? kindOfCodes(details.getOrDefault(Details.ACTION, defaultAction(type)))
                        : kindIf(isFactor(type), Kind.ADDED)
                                .or(() -> kindIf(UnprovenLinks.TYPE.equals(type), Kind.LINKED));
            case REMOVE_CREDENTIAL -> kindIf(isFactor(type) || Factors.areSavedCodes(type), Kind.REMOVED);
            case LOGIN_ERROR -> kindIf(isWrongSecondFactor(event.getError(), details), Kind.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> kindOfCodes(String action) {
        return switch (action) {
            case BackupCodeEvents.USED -> Optional.of(Kind.BACKUP_CODE_USED);
            case BackupCodeEvents.CREATED -> Optional.of(Kind.BACKUP_CODES_CREATED);
            case BackupCodeEvents.RENEWED -> Optional.of(Kind.BACKUP_CODES_RENEWED);
            default -> Optional.empty();
        };
    }

    /**
     * Checks whether an error concerns a wrong second factor. Such events have a detail that is absent for a wrong
     * password; Keycloak's own page for app codes adds the second of the details checked here.
     */
    private static boolean isWrongSecondFactor(String error, Map<String, String> details) {
        return Errors.INVALID_USER_CREDENTIALS.equals(error)
                && (details.containsKey(EventDetails.SECOND_FACTOR)
                        || details.containsKey(Details.SELECTED_CREDENTIAL_ID));
    }

    /**
     * Returns the notice for an administrator's change: Keycloak's removal of a credential, or any event with the
     * user in its path and the credential type in its details.
     */
    static Optional<Notice> of(AdminEvent event) {
        Map<String, String> details = detailsOrNone(event.getDetails());
        Matcher user = USER.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        if (!user.find() || event.getOperationType() == null) {
            return Optional.empty();
        }
        return kindOf(event, details.getOrDefault(Details.CREDENTIAL_TYPE, ""))
                .map(kind -> new Notice(
                        kind,
                        event.getRealmId(),
                        user.group(1),
                        Instant.ofEpochMilli(event.getTime()),
                        subject(kind, details),
                        Origin.HIDDEN));
    }

    private static Optional<Kind> kindOf(AdminEvent event, String type) {
        OperationType operation = event.getOperationType();
        boolean removal = operation == OperationType.DELETE
                || operation == OperationType.ACTION
                        && KEYCLOAKS_REMOVAL.matcher(event.getResourcePath()).matches();
        if (removal) {
            return kindIf(isFactor(type) || Factors.areSavedCodes(type), Kind.REMOVED_BY_ADMIN);
        }
        boolean isSet = operation == OperationType.CREATE || operation == OperationType.UPDATE;
        return kindIf(isSet && PHONE_NUMBER.matcher(event.getResourcePath()).find(), Kind.NUMBER_SET_BY_ADMIN);
    }

    /**
     * Returns the rule of a data room or an organization if the event reports that an administrator has switched the rule
     * on.
     */
    static Optional<NewRule> ofRule(AdminEvent event) {
        return ofRule(event, EventDetails.ENFORCED_DATA_ROOM, Owner.DATA_ROOM)
                .or(() -> ofRule(event, EventDetails.ORGANIZATION_REQUIRES, Owner.ORGANIZATION));
    }

    private static Optional<NewRule> ofRule(AdminEvent event, String detail, Owner owner) {
        return Optional.ofNullable(detailsOrNone(event.getDetails()).get(detail))
                .map(id -> new NewRule(owner, event.getRealmId(), id, Instant.ofEpochMilli(event.getTime())));
    }

    private static Subject subject(Kind kind, Map<String, String> details) {
        String type = kind == Kind.FAILED
                ? details.getOrDefault(EventDetails.SECOND_FACTOR, OTPCredentialModel.TYPE)
                : details.get(Details.CREDENTIAL_TYPE);
        return new Subject(
                type,
                details.get(Details.CREDENTIAL_USER_LABEL),
                details.get(EventDetails.PHONE_NUMBER),
                details.get(EventDetails.BACKUP_CODES_LEFT),
                details.get(Details.IDENTITY_PROVIDER));
    }

    private static boolean isFactor(String type) {
        return Factors.ofCredentialType(type).isPresent();
    }

    /**
     * Returns the action assumed for events without one, because Keycloak's events do not show whether its codes
     * are the user's first codes.
     */
    private static String defaultAction(String type) {
        return RecoveryAuthnCodesCredentialModel.TYPE.equals(type) ? BackupCodeEvents.CREATED : "";
    }

    private static Optional<Kind> kindIf(boolean condition, Kind kind) {
        return condition ? Optional.of(kind) : Optional.empty();
    }

    private static Map<String, String> detailsOrNone(Map<String, String> details) {
        return details == null ? Map.of() : details;
    }
}
