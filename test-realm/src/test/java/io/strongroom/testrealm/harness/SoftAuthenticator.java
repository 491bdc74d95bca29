package io.strongroom.testrealm.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An authenticator with one WebAuthn credential, without a browser. {@link UserSpec#passkey} and {@link UserSpec#securityKey} store its
 * public key, or {@link #register} sets it up on a page; {@link #signIn} answers a login page.
 */
public final class SoftAuthenticator {
    /** Bits of the authenticator data. */
    public enum Flag {
        USER_PRESENT(0x01),
        USER_VERIFIED(0x04),
        BACKUP_ELIGIBLE(0x08),
        BACKED_UP(0x10);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }

    private static final int ATTESTED = 0x40;
    private static final String LABEL = "Key of the test";

    private final SoftCredential credential = new SoftCredential();
    private final String transport;
    private final String attachment;
    private final boolean discoverable;
    private final Set<Flag> flags;
    private long counter;
    private String userId;

    private SoftAuthenticator(String transport, String attachment, boolean discoverable, Set<Flag> flags) {
        this.transport = transport;
        this.attachment = attachment;
        this.discoverable = discoverable;
        this.flags = flags;
    }

    /** A synchronised passkey of a phone or computer: verifies the user, and tells Keycloak who it is. */
    public static SoftAuthenticator passkey() {
        return new SoftAuthenticator("internal", "platform", true, EnumSet.allOf(Flag.class));
    }

    /** A key to plug in, without a PIN: proves only that someone touches it. */
    public static SoftAuthenticator securityKey() {
        return new SoftAuthenticator("usb", "cross-platform", false, EnumSet.of(Flag.USER_PRESENT));
    }

    /** The flags of all further answers, and no others. */
    public SoftAuthenticator flags(Flag... set) {
        flags.clear();
        flags.addAll(List.of(set));
        return this;
    }

    /** All further answers have this flag too. */
    public SoftAuthenticator with(Flag flag) {
        flags.add(flag);
        return this;
    }

    /** No further answer has this flag. */
    public SoftAuthenticator without(Flag flag) {
        flags.remove(flag);
        return this;
    }

    /** Sets the counter, which each answer increases by one first. */
    public SoftAuthenticator counter(long last) {
        counter = last;
        return this;
    }

    /** The user that a passkey names at logins. {@link TestRealm#addUser} and {@link #register} set it. */
    public SoftAuthenticator belongsTo(String id) {
        userId = id;
        return this;
    }

    /** As pages and events have it. */
    public String credentialId() {
        return Bytes.url(credential.id());
    }

    /** Sets the key up on a page and submits it, as the page's script does. */
    public Landing register(Page page) {
        return register(page, LABEL);
    }

    public Landing register(Page page, String label) {
        Map<String, String> fields = registration(WebAuthnRequest.on(page));
        fields.put("authenticatorLabel", label);
        return page.form("attestationObject").with(fields).submitByScript();
    }

    /** The fields of a page that sets up a key, without the label. */
    public Map<String, String> registration(WebAuthnRequest request) {
        if (request.userHandle() != null) {
            belongsTo(new String(Base64.getUrlDecoder().decode(request.userHandle()), StandardCharsets.UTF_8));
        }
        byte[] data = Bytes.join(authenticatorData(request.rpId(), ATTESTED), credential.attested());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("clientDataJSON", Bytes.url(request.clientData("webauthn.create")));
        fields.put("attestationObject", Bytes.url(SoftCredential.attestation(data)));
        fields.put("publicKeyCredentialId", credentialId());
        fields.put("transports", transport);
        fields.put("authenticatorAttachment", attachment);
        return fields;
    }

    /** Answers a login page and submits it, as the page's script does. */
    public Landing signIn(Page page) {
        return signIn(page, WebAuthnRequest.on(page));
    }

    /** Answers another request than the page's. */
    public Landing signIn(Page page, WebAuthnRequest request) {
        return page.form("authenticatorData").with(assertion(request)).submitByScript();
    }

    /** The fields of a login page. */
    public Map<String, String> assertion(WebAuthnRequest request) {
        byte[] clientData = request.clientData("webauthn.get");
        byte[] data = authenticatorData(request.rpId(), 0);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("clientDataJSON", Bytes.url(clientData));
        fields.put("authenticatorData", Bytes.url(data));
        fields.put("signature", Bytes.url(credential.sign(data, Bytes.sha256(clientData))));
        fields.put("credentialId", credentialId());
        fields.put("userHandle", discoverable ? Bytes.url(userHandle()) : "");
        return fields;
    }

    /** Submits the page like the script of a browser whose user cancelled. */
    public static Landing cancel(Page page) {
        String field = page.hasField("attestationObject") ? "attestationObject" : "authenticatorData";
        return page.form(field)
                .with("error", "NotAllowedError: The operation either timed out or was not allowed.")
                .submitByScript();
    }

    /** The credential's data as Keycloak stores them. */
    String stored() {
        return Json.write(Map.of(
                "aaguid",
                "00000000-0000-0000-0000-000000000000",
                "credentialId",
                Bytes.base64(credential.id()),
                "counter",
                counter,
                "credentialPublicKey",
                Bytes.url(credential.publicKey()),
                "attestationStatementFormat",
                "none",
                "transports",
                List.of(transport)));
    }

    String label() {
        return LABEL;
    }

    SoftCredential credential() {
        return credential;
    }

    boolean isDiscoverable() {
        return discoverable;
    }

    long counter() {
        return counter;
    }

    byte[] userHandle() {
        if (userId == null) {
            throw new AssertionError("This passkey belongs to no user");
        }
        return userId.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String rpId, int content) {
        int bits = flags.stream().mapToInt(flag -> flag.bit).reduce(content, (all, bit) -> all | bit);
        counter++;
        byte[] counted = ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) bits)
                .putInt((int) counter)
                .array();
        return Bytes.join(Bytes.sha256(rpId.getBytes(StandardCharsets.UTF_8)), counted);
    }
}
