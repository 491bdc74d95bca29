package io.strongroom.factor.webauthn;

import com.webauthn4j.data.AuthenticationRequest;
import io.strongroom.factor.LoginStep.Input;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The answer of an authenticator in a submitted form, with Keycloak's field names. */
record KeyAnswer(AuthenticationRequest request) {

    private static final Base64.Decoder BASE64URL = Base64.getUrlDecoder();

    /** Reads the answer; empty if a field is missing or unreadable. */
    static Optional<KeyAnswer> in(Input input) {
        try {
            byte[] id = bytes(input, WebAuthnConstants.CREDENTIAL_ID);
            byte[] data = bytes(input, WebAuthnConstants.AUTHENTICATOR_DATA);
            byte[] client = bytes(input, WebAuthnConstants.CLIENT_DATA_JSON);
            byte[] signature = bytes(input, WebAuthnConstants.SIGNATURE);
            boolean isComplete = id.length > 0 && data.length > 0 && client.length > 0 && signature.length > 0;
            return isComplete
                    ? Optional.of(new KeyAnswer(new AuthenticationRequest(id, data, client, signature)))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Input input, String field) {
        return input.field(field).map(BASE64URL::decode).orElseGet(() -> new byte[0]);
    }

    Optional<CredentialModel> keyAmong(List<CredentialModel> keys) {
        return keys.stream()
                .filter(key -> Arrays.equals(request.getCredentialId(), idOf(key)))
                .findFirst();
    }

    /** Returns the id that the authenticator gave the key. */
    static byte[] idOf(CredentialModel key) {
        String id = WebAuthnCredentialModel.createFromCredentialModel(key)
                .getWebAuthnCredentialData()
                .getCredentialId();
        return Base64.getMimeDecoder().decode(id);
    }
}
