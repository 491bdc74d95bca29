package io.strongroom.notify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells the members of a data room of its rule, a few at a time. Each time it goes to the back of the tenant's queue, so that
 * a large room keeps no other mail waiting; it ends where the rule does, and where the mail server takes none of a time's.
 */
final class RoomAnnouncement implements Runnable {

    static final int AT_A_TIME = 20;

    private static final Logger LOG = Logger.getLogger(RoomAnnouncement.class);

    private final Mailer mailer;
    private final RoomRule rule;
    private final Reader reader;
    private final Predicate<Runnable> queue;
    private int group;
    private int first;

    /** @param queue takes what is left for later, or says that there is no room for it */
    RoomAnnouncement(Mailer mailer, RoomRule rule, Reader reader, Predicate<Runnable> queue) {
        this.mailer = mailer;
        this.rule = rule;
        this.reader = reader;
        this.queue = queue;
    }

    /** @param isLast whether nobody comes after these */
    private record Part(List<Mail> mails, boolean isLast) {

        static final Part END = new Part(List.of(), true);
    }

    @Override
    public void run() {
        Part part = mailer.inTransaction(this::next);
        int sent = mailer.send(part.mails());
        if (sent < part.mails().size()) {
            LOG.warnf(
                    "realm %s: %d members of data room %s could not be told of its rule",
                    rule.realmId(), part.mails().size() - sent, rule.roomId());
        }
        boolean anyWent = sent > 0 || part.mails().isEmpty();
        if (part.isLast()) {
            LOG.debugf("realm %s: members of data room %s were told of its rule", rule.realmId(), rule.roomId());
        } else if (!anyWent || !queue.test(this)) {
            LOG.warnf("realm %s: further members of data room %s are not told", rule.realmId(), rule.roomId());
        }
    }

    private Part next(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(rule.realmId());
        if (realm == null) {
            return Part.END;
        }
        session.getContext().setRealm(realm);
        RoomMembers room = new RoomMembers(session, realm, rule, Clock.systemUTC());
        List<GroupModel> groups = room.groups();
        return group < groups.size() ? next(session, room, groups) : Part.END;
    }

    private Part next(KeycloakSession session, RoomMembers room, List<GroupModel> groups) {
        MailDesk desk = new MailDesk(session);
        List<Mail> mails = new ArrayList<>();
        var members = room.members(groups.get(group), first, AT_A_TIME);
        members.stream()
                .map(room::notice)
                .flatMap(Optional::stream)
                .map(notice -> desk.make(notice, reader))
                .flatMap(Optional::stream)
                .forEach(mails::add);
        boolean moreOfGroup = members.size() == AT_A_TIME;
        first = moreOfGroup ? first + AT_A_TIME : 0;
        group = moreOfGroup ? group : group + 1;
        return new Part(mails, group == groups.size());
    }
}
