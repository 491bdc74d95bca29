package io.strongroom.policy;

import java.util.List;
import java.util.Set;

/**
 * An identity provider whose own second factor counts (X16).
 *
 * @param alias       the provider's alias in the realm
 * @param onlyWithAmr whether the provider counts only if its token reports a second factor
 */
public record TrustedProvider(String alias, boolean onlyWithAmr) {

    /** RFC 8176 values that indicate more than a password. */
    private static final Set<String> SECOND_FACTORS =
            Set.of("mfa", "mca", "otp", "sms", "tel", "hwk", "swk", "sc", "fpt", "face", "iris", "vbm", "retina");

    private static final String AMR_SUFFIX = ":amr";

    /** @param ifAbsent the default */
    static List<TrustedProvider> parse(Settings settings, List<TrustedProvider> ifAbsent) {
        List<String> names = ifAbsent.stream().map(TrustedProvider::name).toList();
        return settings.names("twoFactor.trustedProviders", names, "").stream()
                .map(TrustedProvider::of)
                .toList();
    }

    /** Returns the providers that both rules trust. A provider needs to report a second factor if either rule says so. */
    static List<TrustedProvider> trustedByBoth(List<TrustedProvider> one, List<TrustedProvider> other) {
        return one.stream()
                .flatMap(provider -> other.stream()
                        .filter(same -> same.alias.equals(provider.alias))
                        .map(same -> new TrustedProvider(provider.alias, provider.onlyWithAmr || same.onlyWithAmr)))
                .distinct()
                .toList();
    }

    private String name() {
        return onlyWithAmr ? alias + AMR_SUFFIX : alias;
    }

    private static TrustedProvider of(String name) {
        return name.endsWith(AMR_SUFFIX)
                ? new TrustedProvider(name.substring(0, name.length() - AMR_SUFFIX.length()), true)
                : new TrustedProvider(name, false);
    }

    /**
     * Returns whether a login through a provider counts as a second factor.
     *
     * @param amr the claim {@code amr} of the provider's token; empty if it has none
     */
    public boolean vouches(String usedAlias, List<String> amr) {
        return alias.equals(usedAlias) && (!onlyWithAmr || amr.stream().anyMatch(SECOND_FACTORS::contains));
    }
}
