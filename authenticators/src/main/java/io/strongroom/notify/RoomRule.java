package io.strongroom.notify;

import java.time.Instant;

/**
 * The rule of a data room, which members should hear of.
 *
 * @param at when it was switched on
 */
record RoomRule(String realmId, String roomId, Instant at) {}
