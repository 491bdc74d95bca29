package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.server.ServerOptions.RealmFile;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * A realm that exists when the shared server starts: no policy, and the flow that Strongroom once created bound as
 * the browser flow, so that it has to stay.
 */
public final class BoundAtStart {
    public static final String FLOW = "Strongroom factors";

    private static final String NAME = "bound-at-start";

    private BoundAtStart() {}

    public static TestRealm realm() {
        return TestRealm.imported(NAME);
    }

    static RealmFile file() {
        return RealmBlueprint.file(NAME, BoundAtStart::bind);
    }

    private static RealmRepresentation bind(RealmRepresentation realm) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(FLOW);
        flow.setDescription("Shows Strongroom's factors in the account console; enforcement does not depend on it.");
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flow.setAuthenticationExecutions(
                List.of(execution("auth-username-password-form", 0), execution("sms-otp-authenticator", 1)));
        realm.setAuthenticationFlows(new ArrayList<>(List.of(flow)));
        realm.setBrowserFlow(FLOW);
        return realm;
    }

    private static AuthenticationExecutionExportRepresentation execution(String authenticator, int priority) {
        AuthenticationExecutionExportRepresentation execution = new AuthenticationExecutionExportRepresentation();
        execution.setAuthenticator(authenticator);
        execution.setRequirement("REQUIRED");
        execution.setPriority(priority);
        return execution;
    }
}
