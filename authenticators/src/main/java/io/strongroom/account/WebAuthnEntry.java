package io.strongroom.account;

import com.webauthn4j.util.exception.WebAuthnException;
import io.strongroom.context.UserContext;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.webauthn.KeyTraits;
import io.strongroom.factor.webauthn.OnlyProof;
import io.strongroom.facts.OwnFactors;
import io.strongroom.state.KeycloakOneTimeStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.WebAuthnCredentialModelInput;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An answer of a passkey or a security key, which Keycloak's provider verifies. */
final class WebAuthnEntry {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final KeycloakSession session;
    private final UserContext context;
    private final String type;
    private final WebAuthnCredentialModelInput input;
    private final Clock clock = Clock.systemUTC();

    WebAuthnEntry(KeycloakSession session, RealmModel realm, UserModel user, String type, CredentialInput input) {
        this.session = session;
        this.context = new UserContext(session, realm, user, clock);
        this.type = type;
        this.input = input instanceof WebAuthnCredentialModelInput answer ? answer : null;
    }

    /**
     * Verifies the answer. In realms with a policy, each answer counts once, wrong ones are limited, and a right one is
     * recorded for the guard.
     *
     * @param check Keycloak's verification
     */
    boolean isValid(BooleanSupplier check) {
        Optional<CredentialModel> key = new OwnFactors(session).isGuarded() ? key() : Optional.empty();
        return key.map(found -> isValid(found.getId(), check)).orElseGet(check::getAsBoolean);
    }

    private boolean isValid(String id, BooleanSupplier check) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        boolean alone = OnlyProof.isInStep(context, type, login);
        RateLimitedEntry entry = new RateLimitedEntry(context, type, id, traits(alone));
        BooleanSupplier once = () -> isRight(check) && isFirstUse();
        if (!alone) {
            return entry.isValid(new FactorEntries(context).ofEach(type, id), once);
        }
        boolean valid = !new FactorEntries(context).isLocked(type, id) && entry.isValidWithoutLimit(once);
        if (valid) {
            OnlyProof.store(login);
        }
        return valid;
    }

    private static boolean isRight(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (WebAuthnException wrong) {
            return false; // counted like any other wrong entry
        }
    }

    private Set<String> traits(boolean alone) {
        return KeyTraits.of(input.getAuthenticationRequest().getAuthenticatorData(), alone);
    }

    private boolean isFirstUse() {
        String signed = new String(input.getAuthenticationRequest().getClientDataJSON(), StandardCharsets.UTF_8);
        String hash = HashUtils.sha256UrlEncodedHash(signed, StandardCharsets.UTF_8);
        return new KeycloakOneTimeStore(session, context.realm())
                .claim("key-used:" + context.realm().getId() + ":" + hash, REMEMBERED);
    }

    private Optional<CredentialModel> key() {
        return input == null || input.getAuthenticationRequest() == null
                ? Optional.empty()
                : context.user()
                        .credentialManager()
                        .getStoredCredentialsByTypeStream(type)
                        .filter(this::isAnswering)
                        .findFirst();
    }

    private boolean isAnswering(CredentialModel stored) {
        String id = WebAuthnCredentialModel.createFromCredentialModel(stored)
                .getWebAuthnCredentialData()
                .getCredentialId();
        return Arrays.equals(
                Base64.getMimeDecoder().decode(id),
                input.getAuthenticationRequest().getCredentialId());
    }
}
