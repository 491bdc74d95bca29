package io.strongroom.admin;

import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.TenantPolicyWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What can be mended in one call. */
enum Fix {
    /** Values that are not allowed become those that hold in their stead. */
    VALUES {
        @Override
        void run(KeycloakSession session, RealmModel realm) {
            new TenantPolicyWriter(session, realm).writeWhatHolds();
        }
    },
    /** A policy that disappeared with other attributes of the realm is put back. */
    LOST_POLICY {
        @Override
        void run(KeycloakSession session, RealmModel realm) {
            MissingPolicy.of(realm).ifPresent(lost -> lost.restore(session, realm));
        }
    },
    /** The guard is put into its place. */
    GUARD {
        @Override
        void run(KeycloakSession session, RealmModel realm) {
            new TenantPolicyWriter(session, realm).announce();
        }
    },
    /** The attribute {@code phoneNumber} is declared, with its validator. */
    PHONE_NUMBER_ATTRIBUTE {
        @Override
        void run(KeycloakSession session, RealmModel realm) {
            new PhoneNumberDeclaration(session).declare();
        }
    };

    abstract void run(KeycloakSession session, RealmModel realm);

    /** As it stands in paths, such as {@code phone-number-attribute}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fix> ofId(String id) {
        return Stream.of(values()).filter(mend -> mend.id().equals(id)).findFirst();
    }
}
