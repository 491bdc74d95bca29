package io.strongroom.account;

import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RealmModelDelegate;

/**
 * A realm as Keycloak's check of a TOTP code sees it: codes that were used are not remembered there, where they would be stored as they
 * are. {@link io.strongroom.factor.totp.TotpThrottle#useUp} remembers them, hashed.
 */
final class CodesNotKept extends RealmModelDelegate {

    CodesNotKept(RealmModel realm) {
        super(realm);
    }

    @Override
    public OTPPolicy getOTPPolicy() {
        OTPPolicy policy = super.getOTPPolicy();
        return new OTPPolicy(
                policy.getType(),
                policy.getAlgorithm(),
                policy.getInitialCounter(),
                policy.getDigits(),
                policy.getLookAheadWindow(),
                policy.getPeriod(),
                true);
    }
}
