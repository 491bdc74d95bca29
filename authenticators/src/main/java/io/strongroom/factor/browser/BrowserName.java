package io.strongroom.factor.browser;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * The display name of a browser, such as {@code Firefox · Linux}.
 *
 * @param shown at most 60 printable characters
 */
record BrowserName(String shown) {

    private static final int MAX_LENGTH = 60;
    private static final String DEFAULT = "Browser";

    /** Placeholders that Keycloak and its User-Agent parser use for unknown values. */
    private static final Set<String> UNKNOWN = Set.of(DeviceRepresentation.UNKNOWN, "Other");

    static BrowserName of(KeycloakSession session) {
        return new BrowserName(Optional.ofNullable(
                        session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation())
                .map(device -> of(device.getBrowser(), device.getOs()))
                .orElse(DEFAULT));
    }

    /**
     * Builds a name from the values Keycloak parsed from the User-Agent header. These values come from the client
     * and are not trusted.
     *
     * @param browser browser name with the version after a slash, or null
     * @param system  operating system, or null
     */
    static String of(String browser, String system) {
        String name = Stream.of(
                        Optional.ofNullable(browser).map(given -> given.replaceAll("/.*", "")),
                        Optional.ofNullable(system))
                .flatMap(Optional::stream)
                .map(given -> given.replaceAll("[^\\p{Print}]", "").strip())
                .filter(given -> !given.isEmpty() && !UNKNOWN.contains(given))
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? DEFAULT : name.substring(0, Math.min(MAX_LENGTH, name.length()));
    }

    /**
     * Returns this name, with a number appended if the user has another browser with that name, because Keycloak
     * rejects duplicates.
     */
    String uniqueAmong(List<CredentialModel> credentials) {
        Set<String> taken = credentials.stream()
                .filter(credential -> RememberedBrowsers.TYPE.equals(credential.getType()))
                .map(CredentialModel::getUserLabel)
                .map(label -> label == null ? "" : label.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(number -> number == 1 ? shown : shown + " (" + number + ")")
                .filter(label -> !taken.contains(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
