package io.strongroom.notify;

import java.time.Instant;

/**
 * Something that the owner of an account should hear of.
 *
 * @param at when it happened
 */
record Notice(Kind kind, String realmId, String userId, Instant at, Subject subject, Origin origin) {

    /** What happened. */
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
        LINKED;

        /** Whether it was done by somebody who had passed the login: the language of their page is the user's. */
        boolean isOwnDoing() {
            return switch (this) {
                case ADDED, REMOVED, BACKUP_CODE_USED, BACKUP_CODES_CREATED, BACKUP_CODES_RENEWED -> true;
                case FAILED, REMOVED_BY_ADMIN, NUMBER_SET_BY_ADMIN, ROOM_REQUIRES, LINKED -> false;
            };
        }

        boolean isRemoval() {
            return this == REMOVED || this == REMOVED_BY_ADMIN;
        }
    }

    /**
     * The factor it is about.
     *
     * @param type   of the credential
     * @param name   what the user calls it, or null
     * @param number masked, or null
     * @param left   how many backup codes are unused, or null
     * @param other  the data room or the identity provider that has to do with it, or null
     */
    record Subject(String type, String name, String number, String left, String other) {

        Subject(String type, String name, String number, String left) {
            this(type, name, number, left, null);
        }

        Subject called(String given) {
            return new Subject(type, given, number, left, other);
        }
    }

    /**
     * Where it came from.
     *
     * @param address  IP address, or null
     * @param clientId the application, or null
     */
    record Origin(String address, String clientId) {

        /** Where an administrator sits is not the user's business. */
        static final Origin UNTOLD = new Origin(null, null);
    }
}
