package io.strongroom.token;

import com.google.auto.service.AutoService;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Claim {@code data_rooms}: the group paths of those of the user's data rooms whose rule this session has met. Rooms that
 * enforce nothing, and rooms the user administers, have no rule to meet: they are always named. An application opens what is
 * named and nothing else.
 *
 * <p>The claim is made anew for every token, also at refresh: a room is gone once the user has left it, once the factor they
 * passed was removed, or once it was passed longer ago than the tenant's {@code twoFactor.maxAgeMinutes}.
 */
@AutoService(ProtocolMapper.class)
public final class DataRoomsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = "strongroom-data-rooms-mapper";

    private static final String CLAIM = "data_rooms";

    private final Clock clock = Clock.systemUTC();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Data rooms entered (Strongroom)";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Claim \"data_rooms\": paths of the user's data rooms whose second factor was passed in this session,"
                + " and of those that ask for none.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return IncludeIn.tokensOf(DataRoomsMapper.class);
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext client) {
        RealmModel realm = userSession.getRealm();
        Facts facts = new FactsGatherer(session, realm, userSession.getUser(), clock).of(userSession);
        List<String> paths = facts.rooms().stream()
                .filter(room -> PolicyEvaluator.isMet(facts, room))
                .map(room -> session.groups().getGroupById(realm, room.id()))
                .filter(Objects::nonNull)
                .map(KeycloakModelUtils::buildGroupPath)
                .sorted()
                .toList();
        token.setOtherClaims(CLAIM, paths);
    }
}
