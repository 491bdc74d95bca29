package io.strongroom.factor.sentcode;

/**
 * The recipient of codes.
 *
 * @param address       the full address or number, to which codes and limits are bound
 * @param masked        the address as shown on pages and in events
 * @param detail        name of the event detail that contains the masked address
 * @param authenticator key of the failure counter, which must not reveal the address
 * @param ownership     how certain it is that the address is the user's
 * @param limit         the limit on messages to the address
 */
public record Recipient(
        String address, String masked, String detail, String authenticator, Ownership ownership, SendLimit limit) {

    /** Returns a text without the full address, so that logs don't contain it. */
    @Override
    public String toString() {
        return masked;
    }

    boolean isNew() {
        return ownership == Ownership.NEW;
    }

    /** Returns the key for the limit on messages to the address. */
    String limitKey() {
        return ownership.prefix() + limit.label() + ":" + address;
    }
}
