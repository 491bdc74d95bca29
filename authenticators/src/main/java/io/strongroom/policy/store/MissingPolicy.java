package io.strongroom.policy.store;

import io.strongroom.policy.TenantPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.StringUtil;

/**
 * A policy that went with all attributes of its realm: whoever updates a realm with attributes of their own removes those they
 * do not name. To switch a policy off, its enforcement is set to {@code off}; it is not taken away.
 *
 * @param attributes what stood there
 * @param noticed    when
 */
public record MissingPolicy(Map<String, String> attributes, Instant noticed) {

    /** Kept in the realm until a policy is written; no part of the policy. */
    private static final String ATTRIBUTE = "strongroom.lostPolicy";

    private static final String NOTICED = "noticed";
    private static final int LONGEST = 60_000;

    /** Whether a policy that was on is gone, and not off. */
    public static boolean isLost(Map<String, String> before, RealmModel realm) {
        String enforcement = before.get(TenantPolicy.ENFORCEMENT);
        boolean wasOn = !StringUtil.isBlank(enforcement)
                && !enforcement.strip().toLowerCase(Locale.ROOT).equals("off");
        return wasOn && StringUtil.isBlank(realm.getAttribute(TenantPolicy.ENFORCEMENT));
    }

    /** Whether nothing is left of it; where a blank is, everybody is asked. */
    public static boolean isOff(RealmModel realm) {
        return realm.getAttribute(TenantPolicy.ENFORCEMENT) == null;
    }

    /** Empty where none was lost, or it can't be read. */
    public static Optional<MissingPolicy> of(RealmModel realm) {
        String stored = realm.getAttribute(ATTRIBUTE);
        if (stored == null) {
            return Optional.empty();
        }
        try {
            Map<?, ?> all = JsonSerialization.readValue(stored, Map.class);
            Map<String, String> attributes = new TreeMap<>();
            all.forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
            Instant noticed = Instant.parse(attributes.remove(NOTICED));
            return Optional.of(new MissingPolicy(attributes, noticed));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    public void keepIn(RealmModel realm) {
        try {
            Map<String, String> all = new TreeMap<>(attributes);
            all.put(NOTICED, noticed.toString());
            String text = JsonSerialization.writeValueAsString(all);
            if (text.length() <= LONGEST) {
                realm.setAttribute(ATTRIBUTE, text);
            }
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }

    /** Puts it back, as it was. */
    public void restore(KeycloakSession session, RealmModel realm) {
        new TenantPolicyWriter(session, realm).replace(attributes);
    }

    static void forget(RealmModel realm) {
        realm.removeAttribute(ATTRIBUTE);
    }
}
