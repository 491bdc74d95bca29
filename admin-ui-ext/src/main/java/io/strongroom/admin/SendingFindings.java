package io.strongroom.admin;

import io.strongroom.factor.sms.SendLimit;
import io.strongroom.factor.sms.SendRefusals;
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

/** What stopped a tenant's text messages in the last day, or will, and who they are from where that is not what it wants. */
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

    private Finding limit(Map.Entry<SendLimit, Integer> stopped) {
        SendLimit limit = stopped.getKey();
        return warning(
                limit.setting().orElse("text messages"),
                "%d text messages were refused in the last day: %s".formatted(stopped.getValue(), meaning(limit)));
    }

    private String meaning(SendLimit limit) {
        return switch (limit) {
            case LOGIN -> "five messages of one login had stayed without an answer";
            case USER ->
                "one user had %d messages without an answer, or six times as many in all, within an hour"
                        .formatted(rules.limits().perUser());
            case NUMBER ->
                "%d messages to one number had stayed without an answer within an hour"
                        .formatted(rules.limits().perNumber());
            case ADDRESS ->
                "%d messages asked for from one address had stayed without an answer within an hour; raise it where many users share an address"
                        .formatted(rules.limits().perAddress());
            case TENANT -> "the budget of the day was spent";
            case SET_UP_USER -> "one user had entered numbers that were not proven too often within an hour";
            case SET_UP_NUMBER ->
                "one number had been entered too often within an hour by users who did not prove that it is theirs";
            case QUEUE -> "the queue of the gateway was full";
        };
    }

    private Optional<Finding> address() {
        return addresses.users().stream()
                .mapToObj(users -> warning(
                        ADDRESS,
                        "All %d users of a day came from one address, so they share one limit. Where a reverse proxy stands before the server, start Keycloak with --proxy-headers; else raise the limit"
                                .formatted(users)))
                .findFirst();
    }

    private Optional<Finding> sender() {
        SenderId id = SenderId.of(realm, rules);
        return switch (id.fit()) {
            case WHOLE -> Optional.empty();
            // A name is often longer than that; whoever sets a sender means all of it.
            case CUT ->
                rules.sender() == null
                        ? Optional.empty()
                        : Optional.of(warning(
                                SENDER,
                                "The sender \"%s\" is longer than the 11 characters that networks take: phones show \"%s\""
                                        .formatted(id.wanted(), id.shown())));
            case LETTERS_LOST ->
                Optional.of(warning(
                        SENDER,
                        "\"%s\" has letters that networks do not take as a sender: phones show \"%s\". Set a sender of 1 to 11 letters A to Z and digits"
                                .formatted(id.wanted(), id.shown())));
        };
    }

    private static Finding warning(String what, String message) {
        return new Finding("warning", what, message);
    }
}
