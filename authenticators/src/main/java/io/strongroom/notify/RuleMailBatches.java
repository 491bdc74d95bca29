package io.strongroom.notify;

import io.strongroom.mail.Mail;
import io.strongroom.notify.RuleAnnouncement.MailBatch;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Produces the e-mails to the members of a data room or an organization in batches. Keeps only its position between batches. */
final class RuleMailBatches {

    private static final int BATCH_SIZE = 20;

    private final NewRule rule;
    private final RecipientContext recipient;
    private int group;
    private int first;

    RuleMailBatches(NewRule rule, RecipientContext recipient) {
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
        Audience audience = Audience.of(rule, session, realm);
        List<GroupModel> groups = composer.isEnabled(realm) ? audience.groups() : List.of();
        if (group >= groups.size()) {
            return MailBatch.END;
        }
        List<UserModel> members = session.users()
                .getGroupMembersStream(realm, groups.get(group), first, BATCH_SIZE)
                .toList();
        return next(composer, audience, members, groups.size());
    }

    private MailBatch next(MailComposer composer, Audience audience, List<UserModel> members, int groups) {
        List<Mail> mails = members.stream()
                .map(audience::notice)
                .flatMap(Optional::stream)
                .map(notice -> composer.compose(notice, recipient))
                .flatMap(Optional::stream)
                .toList();
        boolean groupHasMore = members.size() == BATCH_SIZE;
        first = groupHasMore ? first + BATCH_SIZE : 0;
        group = groupHasMore ? group : group + 1;
        return new MailBatch(mails, group == groups);
    }
}
