package io.strongroom.admin.uninstall;

import io.strongroom.token.AmrMapper;
import io.strongroom.token.DataRoomsMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/** Strongroom's protocol mappers in clients and client scopes. */
record MapperArtifacts(RealmModel realm) implements RealmArtifacts {

    private static final Set<String> OURS = Set.of(AmrMapper.ID, DataRoomsMapper.ID);

    @Override
    public List<String> found() {
        return containers()
                .flatMap(MapperArtifacts::ours)
                .map(ProtocolMapperModel::getName)
                .sorted()
                .toList();
    }

    @Override
    public void remove() {
        containers().toList().forEach(container -> ours(container).toList().forEach(container::removeProtocolMapper));
    }

    private Stream<ProtocolMapperContainerModel> containers() {
        return Stream.concat(realm.getClientsStream(), realm.getClientScopesStream());
    }

    private static Stream<ProtocolMapperModel> ours(ProtocolMapperContainerModel container) {
        return container.getProtocolMappersStream().filter(mapper -> OURS.contains(mapper.getProtocolMapper()));
    }
}
