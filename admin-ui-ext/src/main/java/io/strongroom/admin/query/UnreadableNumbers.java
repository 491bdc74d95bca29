package io.strongroom.admin.query;

import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.factor.sms.attribute.ProfileNumbers;
import io.strongroom.policy.store.PolicyStore;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The users whose phone number from the profile or directory cannot be read. A database cannot parse phone numbers,
 * so one statement loads up to 20,000 numbers, which are then parsed here.
 *
 * @param users   user names
 * @param partial whether there may be more numbers than were loaded
 */
public record UnreadableNumbers(List<String> users, boolean partial) {

    private static final int MAX_NUMBERS = 20_000;
    private static final String MEMBER =
            " and exists (select 1 from UserGroupMembershipEntity m where m.user = u and m.groupId = :group)";

    public int count() {
        return users.size();
    }

    /** @param realm the realm of the session's context */
    public static UnreadableNumbers of(KeycloakSession session, RealmModel realm) {
        return of(session, realm, Optional.empty());
    }

    /** Returns those of the members of an organization. */
    public static UnreadableNumbers of(OrganizationScope organization) {
        return of(organization.session(), organization.realm(), Optional.of(organization.groupId()));
    }

    /** @param groupId id of the group whose members are checked; empty to check all users */
    private static UnreadableNumbers of(KeycloakSession session, RealmModel realm, Optional<String> groupId) {
        if (!new PhoneNumberDeclaration(session).isProtectedFromUsers()) {
            return new UnreadableNumbers(List.of(), false);
        }
        TypedQuery<Object[]> query = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select u.username, a.value from UserAttributeEntity a join a.user u where u.realmId = :realm"
                                + " and a.name = :name and u.serviceAccountClientLink is null"
                                + (groupId.isPresent() ? MEMBER : "") + " order by u.username",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("name", PhoneNumberAttribute.NAME)
                .setMaxResults(MAX_NUMBERS);
        groupId.ifPresent(group -> query.setParameter("group", group));
        List<Object[]> values = query.getResultList();
        ProfileNumbers numbers =
                new ProfileNumbers(new PolicyStore(session, realm).tenant().sms());
        Map<String, Boolean> readable = new LinkedHashMap<>();
        values.stream()
                .filter(value -> ProfileNumbers.isMeant((String) value[1]))
                .forEach(value -> readable.merge(
                        (String) value[0], numbers.read((String) value[1]).isPresent(), (one, other) -> one || other));
        List<String> users = readable.entrySet().stream()
                .filter(user -> !user.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new UnreadableNumbers(users, values.size() == MAX_NUMBERS);
    }
}
