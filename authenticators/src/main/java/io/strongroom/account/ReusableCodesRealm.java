package io.strongroom.account;

import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RealmModelDelegate;

/**
 * Presents the realm to Keycloak's TOTP check as one that allows code reuse, so that Keycloak doesn't store used
 * codes in plain text. {@link io.strongroom.factor.totp.TotpThrottle#useUp} stores them hashed and rejects reuse.
 */
final class ReusableCodesRealm extends RealmModelDelegate {

    private static final boolean CODE_REUSABLE = true;

    ReusableCodesRealm(RealmModel realm) {
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
                CODE_REUSABLE);
    }
}
