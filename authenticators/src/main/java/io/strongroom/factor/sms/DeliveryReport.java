package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.OutcomeListener;
import io.strongroom.phone.MaskedNumber;
import io.strongroom.state.KeycloakOneTimeStore;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keeps what became of a message, for the page that waits for it, and reports a failure in the log and as an event.
 *
 * @param gateway the gateway asked for, or null: the server's default
 */
record DeliveryReport(
        String realmId,
        String userId,
        String clientId,
        String address,
        String gateway,
        MaskedNumber number,
        String challengeId)
        implements OutcomeListener {

    private static final Logger LOG = Logger.getLogger(DeliveryReport.class);

    static DeliveryReport about(LoginStep step, MaskedNumber number, String gateway, String challengeId) {
        return new DeliveryReport(
                step.realm().getId(),
                step.user().getId(),
                step.login().getClient().getClientId(),
                step.session().getContext().getConnection().getRemoteHost(),
                gateway,
                number,
                challengeId);
    }

    @Override
    public void sent(KeycloakSession session, SendResult result) {
        Delivery delivery = Delivery.of(result);
        delivery.keep(new KeycloakOneTimeStore(session), challengeId);
        if (delivery != Delivery.SENT) {
            RealmModel realm = session.realms().getRealm(realmId);
            LOG.warnf("a text message to %s was not sent: %s: %s", number, kind(result), result.reason());
            if (realm != null) {
                session.getContext().setRealm(realm);
                event(session, realm, result);
            }
        }
    }

    private void event(KeycloakSession session, RealmModel realm, SendResult result) {
        new EventBuilder(realm, session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .ipAddress(address)
                .client(clientId)
                .user(userId)
                .detail("second_factor", SmsCredential.TYPE)
                .detail("phone_number", number.shown())
                .detail("gateway", gateway == null ? "default" : gateway)
                .detail("reason", result.reason())
                .error("sms_" + kind(result));
    }

    private static String kind(SendResult result) {
        if (result instanceof SendResult.NumberRejected) {
            return "number_rejected";
        }
        if (result instanceof SendResult.Misconfigured) {
            return "misconfigured";
        }
        return result instanceof SendResult.Unknown ? "uncertain" : "not_sent";
    }
}
