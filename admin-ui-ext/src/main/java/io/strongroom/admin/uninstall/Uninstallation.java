package io.strongroom.admin.uninstall;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that was or would be removed from a realm. Factors of users are kept; they have no effect without the jar.
 *
 * @param done            whether the artifacts were removed; false for a dry run
 * @param policy          names of the realm's attributes
 * @param dataRooms       paths of the groups whose rule is removed
 * @param organizations   aliases of the organizations whose policy is removed
 * @param flowSteps       steps of authentication flows, as {@code flow: authenticator}
 * @param skippedFlows    aliases of conditional sub-flows that lose their only condition, so that Keycloak skips them;
 *                        sub-flows without other steps are removed
 * @param protocolMappers names of the protocol mappers
 * @param userProfile     validators of the user profile
 * @param themes          the admin console theme, if it is Strongroom's
 */
@Schema(name = "Uninstallation")
public record Uninstallation(
        boolean done,
        List<String> policy,
        List<String> dataRooms,
        List<String> organizations,
        List<String> flowSteps,
        List<String> skippedFlows,
        List<String> protocolMappers,
        List<String> userProfile,
        List<String> themes) {}
