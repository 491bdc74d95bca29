package io.strongroom.notify;

import java.time.Instant;

/**
 * A change or a failed login of which the account's owner is notified.
 *
 * @param at time of the event
 */
record Notice(Kind kind, String realmId, String userId, Instant at, Subject subject, Origin origin) {

    Notice withSubject(Subject newSubject) {
        return new Notice(kind, realmId, userId, at, newSubject, origin);
    }

    /** Returns whether the notice is about one organization, which is then named as its tenant. */
    boolean isOfOrganization() {
        return kind == Kind.ORGANIZATION_REQUIRES;
    }

    enum Kind {
        ADDED,
        REMOVED,
        BACKUP_CODE_USED,
        BACKUP_CODES_CREATED,
        BACKUP_CODES_RENEWED,
        FAILED,
        REMOVED_BY_ADMIN,
        NUMBER_SET_BY_ADMIN,
        ROOM_REQUIRES,
        ORGANIZATION_REQUIRES,
        LINKED;

        /**
         * Returns whether the user caused the event after logging in, in which case the page's language is the
         * user's.
         */
        boolean isByUser() {
            return switch (this) {
                case ADDED, REMOVED, BACKUP_CODE_USED, BACKUP_CODES_CREATED, BACKUP_CODES_RENEWED -> true;
                case FAILED, REMOVED_BY_ADMIN, NUMBER_SET_BY_ADMIN, ROOM_REQUIRES, ORGANIZATION_REQUIRES, LINKED ->
                    false;
            };
        }

        boolean isRemoval() {
            return this == REMOVED || this == REMOVED_BY_ADMIN;
        }
    }

    /**
     * The factor or other subject of a notice.
     *
     * @param type      credential type
     * @param name      label assigned by the user, or null
     * @param number    masked phone number, or null
     * @param codesLeft number of unused backup codes, or null
     * @param related   name of the data room, the organization or the identity provider, or null
     */
    record Subject(String type, String name, String number, String codesLeft, String related) {

        static Subject ofType(String type) {
            return new Subject(type, null, null, null, null);
        }

        Subject withName(String newName) {
            return new Subject(type, newName, number, codesLeft, related);
        }

        Subject withNumber(String newNumber) {
            return new Subject(type, name, newNumber, codesLeft, related);
        }

        Subject withCodesLeft(String newCodesLeft) {
            return new Subject(type, name, number, newCodesLeft, related);
        }

        Subject withRelated(String newRelated) {
            return new Subject(type, name, number, codesLeft, newRelated);
        }
    }

    /**
     * Origin of the request.
     *
     * @param address  IP address, or null
     * @param clientId id of the application, or null
     */
    record Origin(String address, String clientId) {

        /** The origin of an administrator's request, which is not shown to the user. */
        static final Origin HIDDEN = new Origin(null, null);
    }
}
