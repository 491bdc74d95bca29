package io.strongroom.policy.store;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Published when Strongroom itself writes or removes the policy of an organization, so that a removed policy is not
 * reported as lost.
 */
public record OrganizationPolicyWritten(KeycloakSession session, RealmModel realm, String organizationId)
        implements ProviderEvent {}
