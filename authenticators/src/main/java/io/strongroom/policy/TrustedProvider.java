package io.strongroom.policy;

import java.util.List;
import java.util.Set;

/**
 * An identity provider whose own second factor counts (X16).
 *
 * @param alias       the provider's alias in the realm
 * @param onlyWithAmr whether it counts only when its token says that a second factor was used
 */
public record TrustedProvider(String alias, boolean onlyWithAmr) {

    /** Values of RFC 8176 that stand for more than a password. */
    private static final Set<String> STRONG =
            Set.of("mfa", "mca", "otp", "sms", "tel", "hwk", "swk", "sc", "fpt", "face", "iris", "vbm", "retina");

    private static final String AMR_SUFFIX = ":amr";

    static List<TrustedProvider> parse(Settings settings) {
        return settings.names("twoFactor.trustedProviders", "", "").stream()
                .map(TrustedProvider::of)
                .toList();
    }

    private static TrustedProvider of(String word) {
        return word.endsWith(AMR_SUFFIX)
                ? new TrustedProvider(word.substring(0, word.length() - AMR_SUFFIX.length()), true)
                : new TrustedProvider(word, false);
    }

    /** @param amr what the provider's token says, empty where it says nothing */
    public boolean vouches(String usedAlias, List<String> amr) {
        return alias.equals(usedAlias) && (!onlyWithAmr || amr.stream().anyMatch(STRONG::contains));
    }
}
