package io.strongroom.admin.query;

import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.factor.sms.attribute.ProfileNumbers;
import io.strongroom.policy.store.PolicyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    public int count() {
        return users.size();
    }

    /** @param realm the realm of the session's context */
    public static UnreadableNumbers of(KeycloakSession session, RealmModel realm) {
        if (!new PhoneNumberDeclaration(session).isProtectedFromUsers()) {
            return new UnreadableNumbers(List.of(), false);
        }
        List<Object[]> values = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select u.username, a.value from UserAttributeEntity a join a.user u where u.realmId = :realm"
                                + " and a.name = :name and u.serviceAccountClientLink is null order by u.username",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("name", PhoneNumberAttribute.NAME)
                .setMaxResults(MAX_NUMBERS)
                .getResultList();
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
