package io.strongroom.notify;

import java.time.Instant;

/**
 * The rule of a data room, which members are notified of.
 *
 * @param at time when the rule was switched on
 */
record RoomRule(String realmId, String roomId, Instant at) {}
