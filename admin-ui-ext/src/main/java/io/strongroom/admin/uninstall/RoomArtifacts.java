package io.strongroom.admin.uninstall;

import io.strongroom.policy.store.RoomPath;
import io.strongroom.policy.store.RoomStore;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The rules of data rooms. The groups themselves are kept. */
record RoomArtifacts(KeycloakSession session, RealmModel realm) implements RealmArtifacts {

    @Override
    public List<String> found() {
        return new RoomStore(session, realm)
                .ruled().stream().map(RoomPath::of).sorted().toList();
    }

    @Override
    public void remove() {
        new RoomStore(session, realm).ruled().forEach(RoomStore::removeRule);
    }
}
