package io.strongroom.admin.user;

import io.strongroom.admin.query.StoredFactors;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.FactorDetails;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.lockout.FactorLocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Changes a user's factors on behalf of an administrator; each change emits one event. */
final class FactorChanges {

    private final AdminRequest request;
    private final UserModel user;

    FactorChanges(AdminRequest request, UserModel user) {
        this.request = request;
        this.user = user;
    }

    void remove(String credentialId, boolean signOut) {
        CredentialModel credential = Optional.ofNullable(
                        user.credentialManager().getStoredCredentialById(credentialId))
                .filter(stored -> StoredFactors.REMOVABLE.contains(stored.getType()))
                .orElseThrow(() -> request.refusals().notFound("strongroomAdminNoFactor"));
        user.credentialManager().removeStoredCredentialById(credentialId);
        finish(List.of(credential), Map.of("factors", List.of(shown(credential))), signOut);
    }

    void reset(boolean signOut) {
        List<CredentialModel> removed = removeAll(FactorChanges::isOwn);
        unlockAll();
        finish(
                removed,
                Map.of("factors", removed.stream().map(FactorChanges::shown).toList()),
                signOut);
    }

    void unlock() {
        Set<String> locked = unlockAll();
        request.audit().changed(user, Map.of("locked", locked), Map.of("locked", List.of()));
    }

    /** Unlocks all of the user's factors and returns the credential types that were locked. */
    private Set<String> unlockAll() {
        FactorLocks locks = new FactorLocks(request.contextOf(user));
        Set<String> locked = locks.locked();
        StoredFactors.REMOVABLE.forEach(locks::unlock);
        return locked;
    }

    void forgetBrowsers(boolean signOut) {
        int count = removeAll(credential -> RememberedBrowsers.TYPE.equals(credential.getType()))
                .size();
        finish(List.of(), Map.of("rememberedBrowsers", count), signOut);
    }

    private List<CredentialModel> removeAll(Predicate<CredentialModel> which) {
        List<CredentialModel> removed = user.credentialManager()
                .getStoredCredentialsStream()
                .filter(which)
                .toList();
        removed.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        return removed;
    }

    private static boolean isOwn(CredentialModel credential) {
        boolean forRoom = SmsCredential.TYPE.equals(credential.getType())
                && SmsCredential.of(credential).map(SmsCredential::dataRoom).isPresent();
        return !forRoom
                && (StoredFactors.REMOVABLE.contains(credential.getType())
                        || RememberedBrowsers.TYPE.equals(credential.getType()));
    }

    /** Emits one event for all removed credentials; the user gets one notification, about the first factor. */
    private void finish(List<CredentialModel> removed, Object before, boolean signOut) {
        removed.stream()
                .filter(credential -> StoredFactors.REMOVABLE.contains(credential.getType()))
                .findFirst()
                .map(FactorDetails::of)
                .ifPresentOrElse(
                        factor -> request.audit().removed(user, factor, before),
                        () -> request.audit().removed(user, before));
        if (signOut) {
            new SignOut(request).everywhere(user);
        }
    }

    private static Map<String, Object> shown(CredentialModel credential) {
        Map<String, Object> shown = new TreeMap<>(Map.of("id", credential.getId(), "type", credential.getType()));
        if (SmsCredential.TYPE.equals(credential.getType())) {
            SmsCredential.of(credential)
                    .ifPresent(number -> shown.put("phoneNumber", NumberDisplay.masked(number.number())));
        }
        return shown;
    }
}
