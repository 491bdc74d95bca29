package io.strongroom.notify;

import java.time.Instant;

/**
 * A newly enabled rule of a data room or an organization, for notifying its members.
 *
 * @param id id of the data room or the organization
 * @param at the time when the rule was switched on
 */
record NewRule(Owner owner, String realmId, String id, Instant at) {

    /** Whose rule it is, in the words of the log. */
    enum Owner {
        DATA_ROOM("data room"),
        ORGANIZATION("organization");

        private final String words;

        Owner(String words) {
            this.words = words;
        }
    }

    /** Returns whose rule it is, for the log. */
    String ownerInLog() {
        return owner.words + " " + id;
    }
}
