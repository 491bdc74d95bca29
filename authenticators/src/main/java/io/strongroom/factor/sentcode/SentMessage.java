package io.strongroom.factor.sentcode;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.LimitReservations;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A message with a code, as recorded after it was sent, when the login's request has ended.
 *
 * @param id          id of the message's challenge
 * @param channel     name of the channel
 * @param factor      credential type
 * @param detail      name of the event detail that contains the masked address of the recipient
 * @param masked      masked address of the recipient; the full one is not kept
 * @param address     network address of the login
 * @param requestedAt time when the message was counted
 */
public record SentMessage(
        String id,
        String channel,
        String factor,
        String detail,
        String masked,
        String realmId,
        String userId,
        String clientId,
        String address,
        Instant requestedAt) {

    static SentMessage of(LoginStep step, Channel channel, String id, Clock clock) {
        return new SentMessage(
                id,
                channel.name(),
                channel.factor(),
                channel.recipient().detail(),
                channel.recipient().masked(),
                step.realm().getId(),
                step.user().getId(),
                step.login().getClient().getClientId(),
                step.session().getContext().getConnection().getRemoteHost(),
                clock.instant());
    }

    /** Runs work in the message's realm, if it still exists. */
    public void inRealm(KeycloakSession session, Consumer<RealmModel> work) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            work.accept(realm);
        }
    }

    /** Stores the status for the waiting page. */
    public void save(SendStatus status, OneTimeStore store) {
        status.save(store, id);
    }

    /**
     * Releases the slots that the message took in the limits, because it was definitely not sent.
     *
     * @return false if they were already released
     */
    public boolean releaseSlots(OneTimeStore store) {
        return new LimitReservations(store, id).notSent();
    }

    /** Records that the message was not queued because the queue was full. */
    void queueFull(KeycloakSession session, Clock clock) {
        inRealm(session, realm -> {
            OneTimeStore store = new KeycloakOneTimeStore(session, realm);
            save(SendStatus.BUSY, store);
            new SendRefusals(channel, store, realmId, clock).add(SendLimit.QUEUE);
            emitError(session, event(session, realm), "queue_full");
        });
    }

    /** Emits an error of the channel, such as {@code sms_queue_full}, after the transaction. */
    public void emitError(KeycloakSession session, EventBuilder event, String error) {
        ErrorEvents.emitAfterTransaction(session, event, channel + "_" + error);
    }

    /** Returns a new event about the message. */
    public EventBuilder event(KeycloakSession session, RealmModel realm) {
        return new EventBuilder(realm, session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .ipAddress(address)
                .client(clientId)
                .user(userId)
                .detail(EventDetails.SECOND_FACTOR, factor)
                .detail(detail, masked);
    }
}
