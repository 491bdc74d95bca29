package io.strongroom.factor;

import com.fasterxml.jackson.core.type.TypeReference;
import io.strongroom.context.UserContext;
import io.strongroom.json.Json;
import io.strongroom.state.NoteSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Records passed factors in a login note, which Keycloak copies to the user session. The note is signed, because
 * identity provider mappers can write any note.
 */
public final class PassedFactors {

    /** Name of the note in the login and in the user session. */
    public static final String NOTE = "strongroom.passed";

    private static final TypeReference<List<PassedFactor>> LIST = new TypeReference<>() {};

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final UserModel user;

    public PassedFactors(UserContext context, AuthenticationSessionModel login) {
        this.session = context.session();
        this.login = login;
        this.user = context.user();
    }

    /** Returns the factors passed by the session's user. */
    public static List<PassedFactor> of(KeycloakSession session, UserSessionModel userSession) {
        return read(signer(session, userSession.getRealm()), userSession.getNote(NOTE))
                .filter(passed -> userSession.getUser().getId().equals(passed.userId()))
                .toList();
    }

    /** Returns the factors that the user passed in this login and in the session it joins. */
    public List<PassedFactor> all() {
        NoteSigner signer = signer(session, login.getRealm());
        return Stream.concat(read(signer, login.getUserSessionNotes().get(NOTE)), read(signer, sessionNote()))
                .filter(passed -> user.getId().equals(passed.userId()))
                .distinct()
                .toList();
    }

    public void add(PassedFactor passed) {
        List<PassedFactor> all = new ArrayList<>(all());
        all.removeIf(earlier ->
                earlier.type().equals(passed.type()) && Objects.equals(earlier.credentialId(), passed.credentialId()));
        all.add(passed);
        login.setUserSessionNote(NOTE, signer(session, login.getRealm()).sign(Json.write(all)));
    }

    private String sessionNote() {
        return JoinedSession.of(session, login, user)
                .map(joined -> joined.getNote(NOTE))
                .orElse(null);
    }

    private static NoteSigner signer(KeycloakSession session, RealmModel realm) {
        return NoteSigner.of(session, realm, NOTE);
    }

    /** Reads the factors from a note. A forged or unreadable note counts as empty. */
    private static Stream<PassedFactor> read(NoteSigner signer, String note) {
        return signer.verify(note).stream().flatMap(json -> Json.read(json, LIST).orElse(List.of()).stream());
    }
}
