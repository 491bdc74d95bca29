package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.TestRealm;
import java.util.List;
import java.util.function.UnaryOperator;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a realm demands of passkeys and security keys, as changes to Keycloak's defaults. */
public final class KeyPolicy implements UnaryOperator<RealmRepresentation> {
    private final UnaryOperator<RealmRepresentation> changes;

    private KeyPolicy(UnaryOperator<RealmRepresentation> changes) {
        this.changes = changes;
    }

    /** Keycloak's defaults: passkeys must verify the user, and login forms take none. */
    public static KeyPolicy stock() {
        return new KeyPolicy(realm -> realm);
    }

    /** Login forms take passkeys. */
    public KeyPolicy passkeysInForms() {
        return and(realm -> {
            realm.setWebAuthnPolicyPasswordlessPasskeysEnabled(true);
            return realm;
        });
    }

    /** @param mediation {@code conditional}, {@code none} for the button only, {@code optional}, {@code required} */
    public KeyPolicy mediation(String mediation) {
        return and(realm -> {
            realm.setWebAuthnPolicyPasswordlessMediation(mediation);
            return realm;
        });
    }

    /** @param requirement {@code required}, {@code preferred} or {@code discouraged} */
    public KeyPolicy passkeyVerification(String requirement) {
        return and(realm -> {
            realm.setWebAuthnPolicyPasswordlessUserVerificationRequirement(requirement);
            return realm;
        });
    }

    /** @param requirement {@code required}, {@code preferred} or {@code discouraged} */
    public KeyPolicy securityKeyVerification(String requirement) {
        return and(realm -> {
            realm.setWebAuthnPolicyUserVerificationRequirement(requirement);
            return realm;
        });
    }

    /** For both kinds. */
    public KeyPolicy rpId(String rpId) {
        return and(realm -> {
            realm.setWebAuthnPolicyRpId(rpId);
            realm.setWebAuthnPolicyPasswordlessRpId(rpId);
            return realm;
        });
    }

    /** For both kinds. */
    public KeyPolicy extraOrigins(String... origins) {
        return and(realm -> {
            realm.setWebAuthnPolicyExtraOrigins(List.of(origins));
            realm.setWebAuthnPolicyPasswordlessExtraOrigins(List.of(origins));
            return realm;
        });
    }

    /** Any other setting. */
    public KeyPolicy and(UnaryOperator<RealmRepresentation> more) {
        return new KeyPolicy(realm -> more.apply(changes.apply(realm)));
    }

    @Override
    public RealmRepresentation apply(RealmRepresentation realm) {
        return changes.apply(realm);
    }

    /** Changes a realm that exists. */
    public void setIn(TestRealm realm) {
        RealmRepresentation existing = realm.admin().get(realm.path(""), RealmRepresentation.class);
        realm.admin().put(realm.path(""), apply(existing));
    }
}
