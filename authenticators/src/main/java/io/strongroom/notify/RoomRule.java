package io.strongroom.notify;

import java.time.Instant;

/**
 * A data room's newly enabled rule, for notifying its members.
 *
 * @param at the time when the rule was switched on
 */
record RoomRule(String realmId, String roomId, Instant at) {}
