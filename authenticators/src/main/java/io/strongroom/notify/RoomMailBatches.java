package io.strongroom.notify;

import io.strongroom.notify.RoomAnnouncement.MailBatch;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The mails to the members of a data room, some at a time; of the room it keeps nothing but how far it came. */
final class RoomMailBatches {

    private static final int AT_A_TIME = 20;

    private final RoomRule rule;
    private final RecipientContext reader;
    private int group;
    private int first;

    RoomMailBatches(RoomRule rule, RecipientContext reader) {
        this.rule = rule;
        this.reader = reader;
    }

    /** The last one, where the rule has ended meanwhile, or nobody is told anything any more. */
    MailBatch next(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(rule.realmId());
        if (realm == null) {
            return MailBatch.END;
        }
        session.getContext().setRealm(realm);
        MailComposer desk = new MailComposer(session);
        RoomMembers room = new RoomMembers(session, realm, rule, Clock.systemUTC());
        List<GroupModel> groups = desk.isWanted(realm) ? room.groups() : List.of();
        return group < groups.size() ? next(desk, room, groups) : MailBatch.END;
    }

    private MailBatch next(MailComposer desk, RoomMembers room, List<GroupModel> groups) {
        List<UserModel> members = room.members(groups.get(group), first, AT_A_TIME);
        List<Mail> mails = members.stream()
                .map(room::notice)
                .flatMap(Optional::stream)
                .map(notice -> desk.make(notice, reader))
                .flatMap(Optional::stream)
                .toList();
        boolean moreOfGroup = members.size() == AT_A_TIME;
        first = moreOfGroup ? first + AT_A_TIME : 0;
        group = moreOfGroup ? group : group + 1;
        return new MailBatch(mails, group == groups.size());
    }
}
