package io.strongroom.token;

import com.google.auto.service.AutoService;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Method;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;

/**
 * Adds the {@code amr} claim, which says how the session's user signed in, with values from RFC 8176. {@code pwd}:
 * a password, {@code otp}: an authenticator app code or a backup code, {@code sms}: a code from a text message,
 * {@code mfa}: a second factor in addition to the password or the identity provider. Omits factors that have since
 * been removed or were passed longer ago than the tenant's {@code twoFactor.maxAgeMinutes}.
 */
@AutoService(ProtocolMapper.class)
public final class AmrMapper extends FactsMapper {

    public static final String ID = "strongroom-amr-mapper";

    private static final String CLAIM = "amr";

    public AmrMapper() {
        super(CLAIM);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Authentication methods used (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Claim \"amr\": how the user signed in, with values of RFC 8176: pwd, otp, sms, mfa.";
    }

    @Override
    List<String> values(Facts facts, UserSessionModel userSession, KeycloakSession session) {
        List<PassedFactor> passed = PassedFactors.of(session, userSession).stream()
                .filter(factor -> isStillSetUp(factor, facts))
                .toList();
        AuthenticationMethods methods = new AuthenticationMethods(
                FirstFactor.of(userSession), passed, facts.tenant().maxAge());
        return methods.values(facts.login().now());
    }

    /**
     * Returns whether the user still has the passed factor. Always true for backup codes, because their credential
     * may have been used up or replaced since.
     */
    private static boolean isStillSetUp(PassedFactor passed, Facts facts) {
        return passed.credentialId() == null
                || Method.ofCredentialType(passed.type()).isEmpty()
                || facts.factors().stream()
                        .anyMatch(factor -> passed.credentialId().equals(factor.credentialId()));
    }
}
