package io.strongroom.notify;

import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Origin;
import io.strongroom.notify.Notice.Subject;
import io.strongroom.state.KeycloakOneTimeStore;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Creates the notices of a new rule. */
record Announced(KeycloakSession session, RealmModel realm, NewRule rule) {

    /**
     * Minimum interval between two notices to a member. It limits the number of e-mails if an administrator
     * switches a rule on and off repeatedly.
     */
    private static final Duration MIN_INTERVAL = Duration.ofDays(1);

    /** Returns the notice for a member; empty if they were notified within the last day. */
    Optional<Notice> notice(Kind kind, UserModel member, Subject factor) {
        return claimNotification(member)
                ? Optional.of(new Notice(kind, rule.realmId(), member.getId(), rule.at(), factor, Origin.HIDDEN))
                : Optional.empty();
    }

    private boolean claimNotification(UserModel member) {
        String key = String.join(":", key(), rule.realmId(), rule.id(), member.getId());
        return new KeycloakOneTimeStore(session, realm).claim(key, MIN_INTERVAL);
    }

    private String key() {
        return switch (rule.owner()) {
            case DATA_ROOM -> "told-of-room";
            case ORGANIZATION -> "told-of-organization";
        };
    }
}
