package io.strongroom.testrealm.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authenticator that Chromium simulates for one page, by the domain {@code WebAuthn} of its DevTools protocol. It lives as long as the
 * page, or until it is removed.
 */
public final class VirtualAuthenticator {
    /**
     * What the authenticator can do.
     *
     * @param transport {@code internal}, {@code usb}, {@code nfc}, {@code ble} or {@code hybrid}
     * @param discoverable whether it can name the user
     * @param canVerify whether it has a PIN or a sensor
     * @param verifies whether the user enters the right PIN
     * @param touched whether the user touches it; if not, the page waits
     */
    public record Device(String transport, boolean discoverable, boolean canVerify, boolean verifies, boolean touched) {

        /** A phone or a computer: verifies its user, who answers at once. */
        public static Device phone() {
            return new Device("internal", true, true, true, true);
        }

        /** A key to plug in, without a PIN, which the user touches at once. */
        public static Device securityKey() {
            return new Device("usb", false, false, false, true);
        }

        public Device verifying(boolean value) {
            return new Device(transport, discoverable, canVerify, value, touched);
        }

        private JsonObject options() {
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", transport);
            options.addProperty("hasResidentKey", discoverable);
            options.addProperty("hasUserVerification", canVerify);
            options.addProperty("isUserVerified", verifies);
            options.addProperty("automaticPresenceSimulation", touched);
            return options;
        }
    }

    /** A stored credential, its id as pages and events have it. */
    public record Stored(String credentialId, boolean discoverable, String rpId, long counter) {}

    private final CDPSession session;
    private final String id;

    private VirtualAuthenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Adds one, without any credential, to the page of this browser. */
    public static VirtualAuthenticator in(Chromium chromium, Device device) {
        CDPSession session = chromium.context().newCDPSession(chromium.page());
        session.send("WebAuthn.enable");
        JsonObject parameters = new JsonObject();
        parameters.add("options", device.options());
        JsonObject added = session.send("WebAuthn.addVirtualAuthenticator", parameters);
        return new VirtualAuthenticator(session, added.get("authenticatorId").getAsString());
    }

    /** Puts a key into it that the user has already set up in the realm. */
    public VirtualAuthenticator holding(TestRealm realm, SoftAuthenticator key) {
        return holding(realm.uri().getHost(), key);
    }

    public VirtualAuthenticator holding(String rpId, SoftAuthenticator key) {
        JsonObject credential = new JsonObject();
        credential.addProperty("credentialId", Bytes.base64(key.credential().id()));
        credential.addProperty("isResidentCredential", key.isDiscoverable());
        credential.addProperty("rpId", rpId);
        credential.addProperty("privateKey", Bytes.base64(key.credential().privateKey()));
        credential.addProperty("signCount", key.counter());
        if (key.isDiscoverable()) {
            credential.addProperty("userHandle", Bytes.base64(key.userHandle()));
        }
        JsonObject parameters = parameters();
        parameters.add("credential", credential);
        session.send("WebAuthn.addCredential", parameters);
        return this;
    }

    public List<Stored> credentials() {
        List<Stored> stored = new ArrayList<>();
        for (JsonElement element :
                session.send("WebAuthn.getCredentials", parameters()).getAsJsonArray("credentials")) {
            JsonObject credential = element.getAsJsonObject();
            byte[] credentialId =
                    Base64.getDecoder().decode(credential.get("credentialId").getAsString());
            stored.add(new Stored(
                    Bytes.url(credentialId),
                    credential.get("isResidentCredential").getAsBoolean(),
                    credential.get("rpId").getAsString(),
                    credential.get("signCount").getAsLong()));
        }
        return stored;
    }

    /** Whether the user enters the right PIN from now on. */
    public void verify(boolean verifies) {
        JsonObject parameters = parameters();
        parameters.addProperty("isUserVerified", verifies);
        session.send("WebAuthn.setUserVerified", parameters);
    }

    private JsonObject parameters() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }
}
