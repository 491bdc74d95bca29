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

/** Conditional sub-flows that lose their only condition. Keycloak skips such a flow and all its steps. */
record ConditionalFlows(KeycloakSession session, RealmModel realm) {

    /** Returns the aliases of these sub-flows. Callers must call this before they remove the condition. */
    List<String> names() {
        return affected().map(step -> flow(step).getAlias()).sorted().toList();
    }

    /** Returns the sub-flows that contain only steps of Strongroom. */
    List<AuthenticationExecutionModel> emptied() {
        return affected().filter(this::containsOnlyOurs).toList();
    }

    /** Removes a sub-flow with its own sub-flows. */
    void remove(AuthenticationExecutionModel step) {
        AuthenticationFlowModel flow = flow(step);
        stepsOf(step)
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .toList()
                .forEach(this::remove);
        realm.removeAuthenticatorExecution(step);
        realm.removeAuthenticationFlow(flow);
    }

    private Stream<AuthenticationExecutionModel> affected() {
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

    private boolean containsOnlyOurs(AuthenticationExecutionModel step) {
        return stepsOf(step)
                .allMatch(child -> child.isAuthenticatorFlow()
                        ? containsOnlyOurs(child)
                        : FlowArtifacts.OURS.contains(child.getAuthenticator()));
    }

    private Stream<AuthenticationExecutionModel> stepsOf(AuthenticationExecutionModel step) {
        return realm.getAuthenticationExecutionsStream(step.getFlowId());
    }

    private AuthenticationFlowModel flow(AuthenticationExecutionModel step) {
        return realm.getAuthenticationFlowById(step.getFlowId());
    }
}
