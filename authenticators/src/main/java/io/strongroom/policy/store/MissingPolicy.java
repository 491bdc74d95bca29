package io.strongroom.policy.store;

import io.strongroom.json.Json;
import io.strongroom.policy.TenantPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.StringUtil;

/**
 * A policy that was deleted along with other attributes: an update of a realm or organization that contains attributes
 * deletes all attributes that it does not contain. Switching a policy off sets its enforcement to {@code off} and never removes
 * the attribute.
 *
 * @param attributes the policy's attributes before they were deleted
 * @param noticed    when the loss was detected
 */
public record MissingPolicy(Map<String, String> attributes, Instant noticed) {

    /**
     * Realm attribute that stores the lost policy until a new one is written. Not part of the policy. With a dot and an
     * organization's id behind it, that of the organization.
     */
    private static final String ATTRIBUTE = "strongroom.lostPolicy";

    private static final String NOTICED = "noticed";
    private static final int MAX_LENGTH = 60_000;

    /** Returns whether an active policy was deleted instead of switched off. */
    public static boolean isLost(Map<String, String> before, RealmModel realm) {
        return wasOn(before) && StringUtil.isBlank(realm.getAttribute(TenantPolicy.ENFORCEMENT));
    }

    /**
     * Returns whether an organization's policy, or its enforcement, was deleted instead of switched off.
     *
     * @param now the organization's policy attributes, or null if it has none
     */
    public static boolean isLost(Map<String, String> before, Map<String, String> now) {
        return now == null || wasOn(before) && now.get(TenantPolicy.ENFORCEMENT) == null;
    }

    private static boolean wasOn(Map<String, String> before) {
        String enforcement = before.get(TenantPolicy.ENFORCEMENT);
        return !StringUtil.isBlank(enforcement)
                && !enforcement.strip().toLowerCase(Locale.ROOT).equals("off");
    }

    /** Returns whether the realm has no enforcement attribute. A blank one counts as {@code required}, not as off. */
    public static boolean isOff(RealmModel realm) {
        return realm.getAttribute(TenantPolicy.ENFORCEMENT) == null;
    }

    /** Returns the realm's lost policy; empty if there is none, or if it is unreadable. */
    public static Optional<MissingPolicy> of(RealmModel realm) {
        return in(realm, ATTRIBUTE);
    }

    /** Returns an organization's lost policy; empty if there is none, or if it is unreadable. */
    public static Optional<MissingPolicy> of(RealmModel realm, String organizationId) {
        return in(realm, attributeOf(organizationId));
    }

    /** Returns the ids of the organizations that have a lost policy. They may have been deleted. */
    public static List<String> organizations(RealmModel realm) {
        String prefix = attributeOf("");
        return realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private static String attributeOf(String organizationId) {
        return ATTRIBUTE + "." + organizationId;
    }

    private static Optional<MissingPolicy> in(RealmModel realm, String attribute) {
        String stored = realm.getAttribute(attribute);
        if (stored == null) {
            return Optional.empty();
        }
        try {
            Map<?, ?> json = JsonSerialization.readValue(stored, Map.class);
            Map<String, String> attributes = new TreeMap<>();
            json.forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
            Instant noticed = Instant.parse(attributes.remove(NOTICED));
            return Optional.of(new MissingPolicy(attributes, noticed));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Stores the lost policy in the realm, unless it is too long for an attribute. */
    public void storeIn(RealmModel realm) {
        store(realm, ATTRIBUTE);
    }

    /** Stores the lost policy of an organization in the realm, unless it is too long for an attribute. */
    public void storeOf(String organizationId, RealmModel realm) {
        store(realm, attributeOf(organizationId));
    }

    private void store(RealmModel realm, String attribute) {
        Map<String, String> json = new TreeMap<>(attributes);
        json.put(NOTICED, noticed.toString());
        String text = Json.write(json);
        if (text.length() <= MAX_LENGTH) {
            realm.setAttribute(attribute, text);
        }
    }

    /** Writes the policy back to the realm unchanged. */
    public void restore(KeycloakSession session, RealmModel realm) {
        new TenantPolicyWriter(session, realm).replace(attributes);
    }

    static void forget(RealmModel realm) {
        realm.removeAttribute(ATTRIBUTE);
    }

    /** Forgets the lost policy of an organization, if there is one. */
    public static void forget(RealmModel realm, String organizationId) {
        if (realm.getAttribute(attributeOf(organizationId)) != null) {
            realm.removeAttribute(attributeOf(organizationId));
        }
    }
}
