package io.strongroom.testrealm.support;

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

    /** Any other setting. */
    public KeyPolicy and(UnaryOperator<RealmRepresentation> more) {
        return new KeyPolicy(realm -> more.apply(changes.apply(realm)));
    }

    @Override
    public RealmRepresentation apply(RealmRepresentation realm) {
        return changes.apply(realm);
    }
}
