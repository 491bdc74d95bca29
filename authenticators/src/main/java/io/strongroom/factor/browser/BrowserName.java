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
 * What a browser is called where its user has to tell it from others, such as {@code Firefox · Linux}.
 *
 * @param shown as long as a page can show, without characters that hide others
 */
record BrowserName(String shown) {

    private static final int LONGEST = 60;
    private static final String ANY = "Browser";

    /** What stands where Keycloak, and the parser it uses, do not know better. */
    private static final Set<String> UNKNOWN = Set.of(DeviceRepresentation.UNKNOWN, "Other");

    static BrowserName of(KeycloakSession session) {
        return new BrowserName(Optional.ofNullable(
                        session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation())
                .map(device -> of(device.getBrowser(), device.getOs()))
                .orElse(ANY));
    }

    /**
     * From what Keycloak makes of the request's header, which may say anything.
     *
     * @param browser with its version after a slash, or null
     * @param system  or null
     */
    static String of(String browser, String system) {
        String name = Stream.of(
                        Optional.ofNullable(browser).map(given -> given.replaceAll("/.*", "")),
                        Optional.ofNullable(system))
                .flatMap(Optional::stream)
                .map(given -> given.replaceAll("[^\\p{Print}]", "").strip())
                .filter(given -> !given.isEmpty() && !UNKNOWN.contains(given))
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? ANY : name.substring(0, Math.min(LONGEST, name.length()));
    }

    /** Numbered, where the user has one of that name: Keycloak refuses a second. */
    String among(List<CredentialModel> credentials) {
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
