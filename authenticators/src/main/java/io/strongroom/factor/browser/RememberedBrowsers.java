package io.strongroom.factor.browser;

import io.strongroom.context.UserContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A user's remembered browsers. Each has a random cookie for the realm and a credential with the cookie's hash and a
 * fingerprint of the user's factors. Any factor change invalidates all remembered browsers; deleting a credential
 * invalidates one.
 */
public final class RememberedBrowsers {

    public static final String TYPE = "remembered-browser";

    private static final String COOKIE = "STRONGROOM_BROWSER";
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UserContext context;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Instant now;

    public RememberedBrowsers(UserContext context) {
        this.context = context;
        this.session = context.session();
        this.realm = context.realm();
        this.user = context.user();
        this.now = context.now();
    }

    /**
     * Returns whether this browser is remembered for the user and their current factors.
     *
     * @param credentials all credentials of the user
     * @param days        how many days the tenant remembers browsers; 0 = never
     */
    public boolean knows(List<CredentialModel> credentials, int days) {
        Cookie cookie = headers().getCookies().get(COOKIE);
        if (days == 0 || cookie == null) {
            return false;
        }
        byte[] expected = snapshot(credentials).hashWith(cookie.getValue());
        return among(credentials)
                .filter(credential -> isRecent(credential, days))
                .anyMatch(credential -> MessageDigest.isEqual(expected, storedHash(credential)));
    }

    /**
     * Returns the credentials of remembered browsers that are still valid.
     *
     * @param days how many days the tenant remembers browsers; 0 = never
     */
    public Stream<CredentialModel> usable(List<CredentialModel> credentials, int days) {
        return among(credentials).filter(hasEnded(credentials, days).negate());
    }

    /**
     * Returns the credentials of remembered browsers that are no longer valid because they are too old or the user's
     * factors have changed.
     */
    public Stream<CredentialModel> ended(List<CredentialModel> credentials, int days) {
        return among(credentials).filter(hasEnded(credentials, days));
    }

    /** Remembers this browser. Must be called only after the user has passed a factor in it. */
    public void remember(int days) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        forgetEnded(days);
        List<CredentialModel> credentials = stored();
        FactorSnapshot snapshot = snapshot(credentials);
        CredentialModel credential = new CredentialModel();
        credential.setType(TYPE);
        credential.setCreatedDate(now.toEpochMilli());
        credential.setUserLabel(BrowserName.of(session).uniqueAmong(credentials));
        credential.setCredentialData(new BrowserRow(snapshot.fingerprint()).json());
        credential.setSecretData(Base64.getEncoder().encodeToString(snapshot.hashWith(token)));
        user.credentialManager().createStoredCredential(credential);
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(
                        cookie(token, Math.toIntExact(Duration.ofDays(days).toSeconds())));
    }

    private void forgetEnded(int days) {
        ended(stored(), days)
                .toList()
                .forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
    }

    private List<CredentialModel> stored() {
        return user.credentialManager().getStoredCredentialsStream().toList();
    }

    private static Stream<CredentialModel> among(List<CredentialModel> credentials) {
        return credentials.stream().filter(credential -> TYPE.equals(credential.getType()));
    }

    private Predicate<CredentialModel> hasEnded(List<CredentialModel> credentials, int days) {
        FactorSnapshot snapshot = snapshot(credentials);
        return credential -> !isRecent(credential, days)
                || BrowserRow.of(credential)
                        .filter(row -> row.isStaleFor(snapshot))
                        .isPresent();
    }

    private FactorSnapshot snapshot(List<CredentialModel> credentials) {
        return FactorSnapshot.of(context, credentials);
    }

    private NewCookie cookie(String token, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(token)
                .path(session.getContext().getUri().getBaseUri().getPath() + "realms/" + realm.getName() + "/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure("https"
                        .equals(session.getContext().getUri().getBaseUri().getScheme()))
                .sameSite(SameSite.LAX)
                .build();
    }

    private HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }

    private boolean isRecent(CredentialModel credential, int days) {
        return credential.getCreatedDate() != null
                && Instant.ofEpochMilli(credential.getCreatedDate())
                        .plus(Duration.ofDays(days))
                        .isAfter(now);
    }

    /**
     * Returns the stored hash. If an import has left an invalid value, returns an empty array, which matches no
     * token.
     */
    private static byte[] storedHash(CredentialModel credential) {
        try {
            return Base64.getDecoder().decode(Objects.requireNonNullElse(credential.getSecretData(), ""));
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }
}
