package io.strongroom.admin.uninstall;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is taken out of a realm, or would be. Factors of users stay; they mean nothing without the jar.
 *
 * @param done            whether it was taken out
 * @param policy          attributes of the realm
 * @param dataRooms       paths of groups whose rule ends
 * @param flowSteps       steps of composed flows, as {@code flow: authenticator}
 * @param skippedFlows    aliases of conditional sub-flows that lose their condition, so that Keycloak skips them from then on; one
 *                        in which no other step is left is removed
 * @param protocolMappers names
 * @param userProfile     validators of the user profile
 * @param themes          the console's theme, where it is ours
 */
@Schema(name = "Uninstallation")
public record Uninstallation(
        boolean done,
        List<String> policy,
        List<String> dataRooms,
        List<String> flowSteps,
        List<String> skippedFlows,
        List<String> protocolMappers,
        List<String> userProfile,
        List<String> themes) {}
