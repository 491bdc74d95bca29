package io.strongroom.factor.browser;

import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final Set<String> FACTORS = Set.of("otp", "sms-otp", "backup-codes");
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
        byte[] expected = hash(cookie.getValue(), markOf(credentials));
        return credentials.stream()
                .filter(credential -> TYPE.equals(credential.getType()))
                .filter(credential -> isYoung(credential, days))
                .anyMatch(credential -> MessageDigest.isEqual(expected, storedHash(credential)));
    }

    /** Remembers this browser; called once a factor was passed in it. */
    public void remember(int days) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        forgetOld(days);
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        CredentialModel credential = new CredentialModel();
        credential.setType(TYPE);
        credential.setCreatedDate(now.toEpochMilli());
        credential.setUserLabel(BrowserName.of(session).among(credentials));
        credential.setCredentialData("{}");
        credential.setSecretData(Base64.getEncoder().encodeToString(hash(token, markOf(credentials))));
        user.credentialManager().createStoredCredential(credential);
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(
                        cookie(token, Math.toIntExact(Duration.ofDays(days).toSeconds())));
    }

    private void forgetOld(int days) {
        List<CredentialModel> old = user.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .filter(credential -> !isYoung(credential, days))
                .toList();
        old.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
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
        return Instant.ofEpochMilli(credential.getCreatedDate())
                .plus(Duration.ofDays(days))
                .isAfter(now);
    }

    private static byte[] storedHash(CredentialModel credential) {
        return Base64.getDecoder().decode(credential.getSecretData());
    }

    private String markOf(List<CredentialModel> credentials) {
        Stream<String> stored = credentials.stream()
                .filter(credential -> FACTORS.contains(credential.getType()))
                .map(RememberedBrowsers::markOf);
        Stream<String> outside = new SmsCredentials(session, user, Clock.fixed(now, ZoneOffset.UTC))
                .fromOutside().stream().map(SmsCredential::id);
        return Stream.concat(stored, outside).sorted().collect(Collectors.joining(","));
    }

    /** A number can be changed without a new credential. */
    private static String markOf(CredentialModel credential) {
        String number =
                SmsCredential.of(credential).map(sms -> sms.number().e164()).orElse("");
        return credential.getId() + number;
    }

    private byte[] hash(String token, String mark) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String bound = String.join("|", realm.getId(), user.getId(), mark, token);
            return digest.digest(bound.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
