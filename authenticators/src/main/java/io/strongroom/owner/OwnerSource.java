package io.strongroom.owner;

import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** The owners of a tenant, and the policy that they must meet. */
interface OwnerSource {

    /** Returns whether the role or group exists that the policy names. */
    boolean exists();

    Stream<UserModel> owners();

    /** Returns the facts of an owner under the policy, which may not be in force yet. */
    Facts facts(FactsGatherer owner);
}
