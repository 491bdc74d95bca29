package io.strongroom.factor.browser;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
 * A remembered browser is a random cookie of a realm, and a credential of the user with its hash and with a mark of the
 * factors the user had. Any change of factors changes the mark, and so ends all of them; deleting the credential ends one.
 */
public final class RememberedBrowsers {

    public static final String TYPE = "remembered-browser";

    private static final String COOKIE = "STRONGROOM_BROWSER";
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Instant now;

    public RememberedBrowsers(KeycloakSession session, RealmModel realm, UserModel user, Instant now) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.now = now;
    }

    /**
     * Whether this browser was remembered, not too long ago, for this user and these factors.
     *
     * @param days how long the tenant allows; 0 = not at all
     */
    public boolean knows(List<CredentialModel> credentials, int days) {
        Cookie cookie = headers().getCookies().get(COOKIE);
        if (days == 0 || cookie == null) {
            return false;
        }
        byte[] expected = mark(credentials).with(cookie.getValue());
        return among(credentials)
                .filter(credential -> isYoung(credential, days))
                .anyMatch(credential -> MessageDigest.isEqual(expected, storedHash(credential)));
    }

    /**
     * Those of a user's credentials that remember a browser which may still be known.
     *
     * @param days how long the tenant allows; 0 = not at all
     */
    public Stream<CredentialModel> usable(List<CredentialModel> credentials, int days) {
        return among(credentials).filter(hasEnded(credentials, days).negate());
    }

    /** The others: too old, or remembered with other factors than the user has now. */
    public Stream<CredentialModel> ended(List<CredentialModel> credentials, int days) {
        return among(credentials).filter(hasEnded(credentials, days));
    }

    /** Remembers this browser; called once a factor was passed in it. */
    public void remember(int days) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        forgetEnded(days);
        List<CredentialModel> credentials = stored();
        FactorMark mark = mark(credentials);
        CredentialModel credential = new CredentialModel();
        credential.setType(TYPE);
        credential.setCreatedDate(now.toEpochMilli());
        credential.setUserLabel(BrowserName.of(session).among(credentials));
        credential.setCredentialData(new BrowserRow(mark.fingerprint()).json());
        credential.setSecretData(Base64.getEncoder().encodeToString(mark.with(token)));
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
        FactorMark mark = mark(credentials);
        return credential -> !isYoung(credential, days)
                || BrowserRow.of(credential)
                        .filter(row -> row.isOutlivedBy(mark))
                        .isPresent();
    }

    private FactorMark mark(List<CredentialModel> credentials) {
        return FactorMark.of(session, realm, user, credentials, Clock.fixed(now, ZoneOffset.UTC));
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

    private boolean isYoung(CredentialModel credential, int days) {
        return credential.getCreatedDate() != null
                && Instant.ofEpochMilli(credential.getCreatedDate())
                        .plus(Duration.ofDays(days))
                        .isAfter(now);
    }

    /** Empty, which is the hash of nothing, where an import has left something else. */
    private static byte[] storedHash(CredentialModel credential) {
        try {
            return Base64.getDecoder().decode(Objects.requireNonNullElse(credential.getSecretData(), ""));
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }
}
