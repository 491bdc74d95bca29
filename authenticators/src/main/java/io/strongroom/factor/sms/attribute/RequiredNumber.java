package io.strongroom.factor.sms.attribute;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileContext;

/**
 * Requires administrators to enter a number for each user if the tenant requires a factor and accepts only SMS (C4).
 */
final class RequiredNumber {

    private final AttributeContext attribute;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    RequiredNumber(AttributeContext attribute) {
        this.attribute = attribute;
        this.session = attribute.getSession();
        this.realm = session.getContext().getRealm();
        this.tenant = new PolicyStore(session, realm).tenant();
    }

    boolean applies() {
        return attribute.getContext() == UserProfileContext.USER_API
                && isSmsRequiredAndOnly(tenant)
                && !attribute.getMetadata().isReadOnly(attribute)
                && (attribute.getUser() == null || !needsNoNumber(attribute.getUser()));
    }

    static boolean isSmsRequiredAndOnly(TenantPolicy tenant) {
        return tenant.enforcement() == Enforcement.REQUIRED && tenant.methods().equals(Set.of(Method.SMS));
    }

    private boolean needsNoNumber(UserModel user) {
        return user.getServiceAccountClientLink() != null || isExempt(user) || hasNumber(user);
    }

    private boolean isExempt(UserModel user) {
        return tenant.roles().exempt().stream()
                .map(name -> KeycloakModelUtils.getRoleFromString(session, realm, name))
                .filter(Objects::nonNull)
                .anyMatch(user::hasRole);
    }

    private static boolean hasNumber(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(Method.SMS.credentialType())
                .findAny()
                .isPresent();
    }
}
