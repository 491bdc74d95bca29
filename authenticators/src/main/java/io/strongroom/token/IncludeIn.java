package io.strongroom.token;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/** Creates the mapper options with which administrators select the kinds of token that include a claim. */
final class IncludeIn {

    private IncludeIn() {}

    static List<ProviderConfigProperty> tokensOf(Class<? extends ProtocolMapper> mapper) {
        List<ProviderConfigProperty> switches = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(switches, mapper);
        return List.copyOf(switches);
    }
}
