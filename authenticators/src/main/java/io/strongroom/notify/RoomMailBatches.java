package io.strongroom.notify;

import io.strongroom.mail.Mail;
import io.strongroom.notify.RoomAnnouncement.MailBatch;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Produces the e-mails to a data room's members in batches. Keeps only its position between batches. */
final class RoomMailBatches {

    private static final int BATCH_SIZE = 20;

    private final RoomRule rule;
    private final RecipientContext recipient;
    private int group;
    private int first;

    RoomMailBatches(RoomRule rule, RecipientContext recipient) {
        this.rule = rule;
        this.recipient = recipient;
    }

    /**
     * Returns the next batch, or an empty last batch if the rule or notifications have been switched off in the
     * meantime.
     */
    MailBatch next(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(rule.realmId());
        if (realm == null) {
            return MailBatch.END;
        }
        session.getContext().setRealm(realm);
        MailComposer composer = new MailComposer(session);
        RoomMembers room = new RoomMembers(session, realm, rule, Clock.systemUTC());
        List<GroupModel> groups = composer.isEnabled(realm) ? room.groups() : List.of();
        return group < groups.size() ? next(composer, room, groups) : MailBatch.END;
    }

    private MailBatch next(MailComposer composer, RoomMembers room, List<GroupModel> groups) {
        List<UserModel> members = room.members(groups.get(group), first, BATCH_SIZE);
        List<Mail> mails = members.stream()
                .map(room::notice)
                .flatMap(Optional::stream)
                .map(notice -> composer.compose(notice, recipient))
                .flatMap(Optional::stream)
                .toList();
        boolean groupHasMore = members.size() == BATCH_SIZE;
        first = groupHasMore ? first + BATCH_SIZE : 0;
        group = groupHasMore ? group : group + 1;
        return new MailBatch(mails, group == groups.size());
    }
}
