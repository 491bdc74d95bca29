package io.strongroom.admin.uninstall;

import io.strongroom.factor.backupcode.BackupCodeAuthenticatorFactory;
import io.strongroom.factor.sms.SmsOtpAuthenticatorFactory;
import io.strongroom.flow.NewBrowserConditionFactory;
import io.strongroom.flow.SecondFactorConditionFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/**
 * Strongroom's steps in authentication flows. They must be removed, because a flow with an unknown step fails.
 * Conditional sub-flows that would be empty are removed as well.
 */
record FlowArtifacts(RealmModel realm, ConditionalFlows conditional) implements RealmArtifacts {

    static final Set<String> OURS = Set.of(
            SmsOtpAuthenticatorFactory.ID,
            BackupCodeAuthenticatorFactory.ID,
            SecondFactorConditionFactory.ID,
            NewBrowserConditionFactory.ID);

    @Override
    public List<String> found() {
        return steps().map(step -> realm.getAuthenticationFlowById(step.getParentFlow())
                                .getAlias() + ": " + step.getAuthenticator())
                .sorted()
                .toList();
    }

    @Override
    public void remove() {
        List<AuthenticationExecutionModel> emptied = conditional.emptied();
        steps().toList().forEach(realm::removeAuthenticatorExecution);
        emptied.forEach(conditional::remove);
    }

    private Stream<AuthenticationExecutionModel> steps() {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(step -> step.getAuthenticator() != null && OURS.contains(step.getAuthenticator()));
    }
}
