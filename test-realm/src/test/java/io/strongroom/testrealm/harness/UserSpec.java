package io.strongroom.testrealm.harness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The user that a test needs. Names and e-mail are set, so no page of Keycloak asks for them. */
public final class UserSpec {
    private final UserRepresentation user = new UserRepresentation();
    private final List<CredentialRepresentation> credentials = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<String> realmRoles = new ArrayList<>();
    private final List<SoftAuthenticator> authenticators = new ArrayList<>();

    UserSpec(String name, String password) {
        user.setUsername(name);
        user.setEnabled(true);
        user.setEmail(name + "@example.com");
        user.setEmailVerified(true);
        user.setFirstName(name);
        user.setLastName("Tester");
        CredentialRepresentation secret = new CredentialRepresentation();
        secret.setType(CredentialRepresentation.PASSWORD);
        secret.setValue(password);
        credentials.add(secret);
    }

    public UserSpec memberOf(TestGroup group) {
        groups.add(group.path());
        return this;
    }

    /** A realm role, which is made when it does not exist. */
    public UserSpec role(String role) {
        realmRoles.add(role);
        return this;
    }

    public UserSpec attribute(String name, String value) {
        user.singleAttribute(name, value);
        return this;
    }

    /** A number that the user has proven. */
    public UserSpec number(String phoneNumber) {
        return credential(
                Map.of("phoneNumber", phoneNumber, "setBy", "user", "verifiedAt", System.currentTimeMillis()));
    }

    /** A number that an admin has set for this member of this data room. */
    public UserSpec numberFor(TestGroup room, String phoneNumber) {
        return credential(Map.of("phoneNumber", phoneNumber, "setBy", "admin", "dataRoom", room.id()));
    }

    /** An authenticator app with this secret, as {@link AuthenticatorApp#ofStored} takes it. */
    public UserSpec app(String secret) {
        return app(null, secret);
    }

    /** An authenticator app whose credential has this id. */
    public UserSpec app(String id, String secret) {
        return credential(
                id,
                "otp",
                Json.write(Map.of("subType", "totp", "digits", 6, "counter", 0, "period", 30, "algorithm", "HmacSHA1")),
                Json.write(Map.of("value", secret)));
    }

    /**
     * Consecutive wrong entries, as the server stores them.
     *
     * @param authenticator id of the credential, or fingerprint of the number
     */
    public UserSpec failures(String factor, String authenticator, int failures) {
        return credential(
                null,
                "two-factor-failures",
                "{\"factor\":\"%s\",\"authenticator\":\"%s\",\"failures\":%d}"
                        .formatted(factor, authenticator, failures),
                "{}");
    }

    /** A number that only an administrator unlocks. */
    public UserSpec lockedNumber(String phoneNumber) {
        return number(phoneNumber).failures("sms-otp", PhoneNumbers.fingerprint(phoneNumber), 100);
    }

    /**
     * Any credential as stored in the database.
     *
     * @param id null for a random one
     */
    public UserSpec credential(String id, String type, String credentialData, String secretData) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setId(id);
        credential.setType(type);
        credential.setCredentialData(credentialData);
        credential.setSecretData(secretData);
        credentials.add(credential);
        return this;
    }

    /** Keycloak's own recovery codes, to be used in this order. */
    public UserSpec recoveryCodes(String... codes) {
        List<Map<String, Object>> hashed = new ArrayList<>();
        for (String code : codes) {
            hashed.add(Map.of("number", hashed.size() + 1, "encodedHashedValue", sha512(code)));
        }
        return credential(
                null,
                "recovery-authn-codes",
                Json.write(Map.of("algorithm", "SHA-512", "remaining", codes.length, "total", codes.length)),
                Json.write(Map.of("codes", hashed)));
    }

    private static String sha512(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(code.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A security key that no test can use. */
    public UserSpec securityKey() {
        return credential(
                null,
                "webauthn",
                Json.write(Map.of(
                        "aaguid", "00000000-0000-0000-0000-000000000000",
                        "credentialId", "a2V5",
                        "counter", 0,
                        "credentialPublicKey", "a2V5",
                        "attestationStatementFormat", "none",
                        "transports", List.of())),
                "{}");
    }

    /** Security keys, as the user has set them up. */
    public UserSpec securityKey(SoftAuthenticator... keys) {
        return authenticators("webauthn", keys);
    }

    /** Passkeys, as the user has set them up. */
    public UserSpec passkey(SoftAuthenticator... keys) {
        return authenticators("webauthn-passwordless", keys);
    }

    /** A security key whose credential has this id. */
    public UserSpec securityKey(String id, SoftAuthenticator key) {
        return authenticator(id, "webauthn", key);
    }

    private UserSpec authenticators(String type, SoftAuthenticator... keys) {
        for (SoftAuthenticator key : keys) {
            authenticator(null, type, key);
        }
        return this;
    }

    private UserSpec authenticator(String id, String type, SoftAuthenticator key) {
        credential(id, type, key.stored(), "{}");
        credentials.get(credentials.size() - 1).setUserLabel(key.label());
        authenticators.add(key);
        return this;
    }

    /** A number as stored in the database, valid or not. */
    public UserSpec storedNumber(String credentialData) {
        return stored("sms-otp", credentialData);
    }

    /** A credential of any type, as stored in the database. */
    public UserSpec stored(String type, String credentialData) {
        return credential(null, type, credentialData, "{}");
    }

    /** Anything the admin API takes. */
    public UserSpec with(Consumer<UserRepresentation> change) {
        change.accept(user);
        return this;
    }

    private UserSpec credential(Map<String, Object> data) {
        return storedNumber(Json.write(new LinkedHashMap<>(data)));
    }

    List<String> realmRoles() {
        return realmRoles;
    }

    /** Those that have to know the user's id. */
    List<SoftAuthenticator> authenticators() {
        return authenticators;
    }

    UserRepresentation representation() {
        user.setCredentials(credentials);
        user.setGroups(groups);
        return user;
    }
}
