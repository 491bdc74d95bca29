package io.strongroom.token;

import io.strongroom.context.UserContext;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import java.time.Clock;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Base class for mappers whose claim depends on the factors passed in a session. The claim is computed for every
 * token.
 */
abstract class FactsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    private final String claim;
    private final Clock clock = Clock.systemUTC();

    /** @param claim name of the claim */
    FactsMapper(String claim) {
        this.claim = claim;
    }

    abstract List<String> values(Facts facts, UserSessionModel userSession, KeycloakSession session);

    @Override
    public final String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return IncludeIn.tokensOf(getClass());
    }

    @Override
    protected final void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext client) {
        Facts facts = new FactsGatherer(new UserContext(session, userSession.getRealm(), userSession.getUser(), clock))
                .of(userSession);
        token.setOtherClaims(claim, values(facts, userSession, session));
    }
}
