package io.strongroom.factor;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** Records passed factors in a note of the login, which Keycloak copies to the user session. */
public final class PassedFactors {

    /** Name of the note in the login and in the user session. */
    public static final String NOTE = "strongroom.passed";

    private static final TypeReference<List<PassedFactor>> LIST = new TypeReference<>() {};

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final UserModel user;

    public PassedFactors(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        this.session = session;
        this.login = login;
        this.user = user;
    }

    /** Returns the factors passed by the session's user. */
    public static List<PassedFactor> of(UserSessionModel userSession) {
        return read(userSession.getNote(NOTE))
                .filter(passed -> userSession.getUser().getId().equals(passed.userId()))
                .toList();
    }

    /** Returns the factors this user passed in this login and in the session it joins. */
    public List<PassedFactor> all() {
        return Stream.concat(read(login.getUserSessionNotes().get(NOTE)), read(sessionNote()))
                .filter(passed -> user.getId().equals(passed.userId()))
                .distinct()
                .toList();
    }

    public void add(PassedFactor passed) {
        List<PassedFactor> all = new ArrayList<>(all());
        all.removeIf(earlier ->
                earlier.type().equals(passed.type()) && Objects.equals(earlier.credentialId(), passed.credentialId()));
        all.add(passed);
        try {
            login.setUserSessionNote(NOTE, JsonSerialization.writeValueAsString(all));
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }

    private String sessionNote() {
        return JoinedSession.of(session, login, user)
                .map(joined -> joined.getNote(NOTE))
                .orElse(null);
    }

    /** Reads a note; an unreadable one contains no factors. */
    private static Stream<PassedFactor> read(String note) {
        if (note == null) {
            return Stream.empty();
        }
        try {
            return JsonSerialization.readValue(note, LIST).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
