package io.strongroom.admin.health;

import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sentcode.SendLimit;
import io.strongroom.factor.sentcode.SendRefusals;
import io.strongroom.factor.sms.SenderId;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.SharedAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Findings about limits that blocked a tenant's text messages in the last day, and about the sender that phones
 * show.
 */
final class SendingFindings {

    private static final String SENDER = "twoFactor.sms.sender";
    private static final String ADDRESS = "twoFactor.sms.perAddressPerHour";

    private final RealmModel realm;
    private final SmsRules rules;
    private final SendRefusals refusals;
    private final SharedAddress addresses;

    SendingFindings(KeycloakSession session, RealmModel realm, SmsRules rules) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        Clock clock = Clock.systemUTC();
        this.realm = realm;
        this.rules = rules;
        this.refusals = new SendRefusals(store, realm.getId(), clock);
        this.addresses = new SharedAddress(store, clock, realm.getId());
    }

    Stream<Finding> all() {
        Stream<Finding> limits = refusals.inLastDay().entrySet().stream().map(this::limit);
        return Stream.of(limits, address().stream(), sender().stream()).flatMap(found -> found);
    }

    private Finding limit(Map.Entry<SendLimit, Integer> refused) {
        SendLimit limit = refused.getKey();
        return Finding.warning(
                limit.setting().orElse("text messages"),
                "%d text messages were refused in the last day: %s".formatted(refused.getValue(), reason(limit)));
    }

    private String reason(SendLimit limit) {
        return switch (limit) {
            case LOGIN -> "five codes were sent in one login and none was entered";
            case USER ->
                "one user was sent %d codes within an hour and entered none, or was sent six times as many in total"
                        .formatted(rules.limits().perUser());
            case NUMBER ->
                "%d codes were sent to one number within an hour and none was entered"
                        .formatted(rules.limits().perNumber());
            case MAILBOX -> throw new IllegalArgumentException("not a limit on text messages");
            case ADDRESS ->
                "%d codes were requested from one network address within an hour and none was entered. Raise the limit if many users share an address"
                        .formatted(rules.limits().perAddress());
            case TENANT -> "the daily budget was used up";
            case ORGANIZATION -> "an organization's daily budget was used up";
            case SET_UP_USER -> "one user tried to set up too many numbers within an hour without proving them";
            case SET_UP_NUMBER ->
                "users tried to set up one number too often within an hour without proving that it is theirs";
            case QUEUE -> "the gateway's queue was full";
        };
    }

    private Optional<Finding> address() {
        return addresses.users().stream()
                .mapToObj(users -> Finding.warning(
                        ADDRESS,
                        "All %d users of one day came from the same network address, so they share one limit. If the server is behind a reverse proxy, start Keycloak with --proxy-headers; otherwise raise the limit"
                                .formatted(users)))
                .findFirst();
    }

    private Optional<Finding> sender() {
        return sender(SenderId.of(LoginTenant.ofRealm(realm, rules)), rules.sender() != null);
    }

    /** @param configured whether the policy sets the sender; if it does not, the tenant's name is the sender */
    static Optional<Finding> sender(SenderId id, boolean configured) {
        return switch (id.fit()) {
            case WHOLE -> Optional.empty();
            // The realm's name is often longer, so only a configured sender is reported.
            case CUT ->
                configured
                        ? Optional.of(Finding.warning(
                                SENDER,
                                "The sender \"%s\" is longer than the 11 characters that networks accept, so phones show \"%s\". Set a shorter sender"
                                        .formatted(id.wanted(), id.shown())))
                        : Optional.empty();
            case LETTERS_LOST ->
                Optional.of(Finding.warning(
                        SENDER,
                        "\"%s\" contains letters that networks do not accept in a sender, so phones show \"%s\". Set a sender of 1 to 11 letters A to Z and digits"
                                .formatted(id.wanted(), id.shown())));
        };
    }
}
