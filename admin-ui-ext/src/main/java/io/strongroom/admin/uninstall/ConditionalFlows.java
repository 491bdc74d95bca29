package io.strongroom.admin.uninstall;

import io.strongroom.flow.SecondFactorConditionFactory;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Conditional sub-flows that lose their only condition. Keycloak skips such a flow, whatever steps it has. */
record ConditionalFlows(KeycloakSession session, RealmModel realm) {

    /** Their aliases, while the condition is there. */
    List<String> names() {
        return losing().map(step -> flow(step).getAlias()).sorted().toList();
    }

    /** Those that hold no step of anybody else. */
    List<AuthenticationExecutionModel> emptied() {
        return losing().filter(this::holdsOursOnly).toList();
    }

    /** Removes one with the sub-flows in it. */
    void remove(AuthenticationExecutionModel step) {
        AuthenticationFlowModel flow = flow(step);
        stepsOf(step)
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .toList()
                .forEach(this::remove);
        realm.removeAuthenticatorExecution(step);
        realm.removeAuthenticationFlow(flow);
    }

    private Stream<AuthenticationExecutionModel> losing() {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(step -> step.isAuthenticatorFlow() && step.isConditional())
                .filter(step -> conditionsOf(step).toList().equals(List.of(SecondFactorConditionFactory.ID)));
    }

    private Stream<String> conditionsOf(AuthenticationExecutionModel step) {
        return stepsOf(step)
                .map(AuthenticationExecutionModel::getAuthenticator)
                .filter(id -> id != null
                        && session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, id)
                                instanceof ConditionalAuthenticatorFactory)
                .distinct();
    }

    private boolean holdsOursOnly(AuthenticationExecutionModel step) {
        return stepsOf(step)
                .allMatch(child -> child.isAuthenticatorFlow()
                        ? holdsOursOnly(child)
                        : FlowArtifacts.OURS.contains(child.getAuthenticator()));
    }

    private Stream<AuthenticationExecutionModel> stepsOf(AuthenticationExecutionModel step) {
        return realm.getAuthenticationExecutionsStream(step.getFlowId());
    }

    private AuthenticationFlowModel flow(AuthenticationExecutionModel step) {
        return realm.getAuthenticationFlowById(step.getFlowId());
    }
}
