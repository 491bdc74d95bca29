package io.strongroom.gateway;

import java.util.regex.Matcher;

/**
 * A provider option with a secret or another part of the credentials: a literal value, or a reference
 * {@code ${vault.<key>}}, resolved per realm. A reference is never used as the value itself.
 */
public final class SecretOption {

    private final String name;
    private final String gateway;
    private final String configured;

    /** @param configured null or blank if the option is not set */
    public SecretOption(String gateway, String name, String configured) {
        this.gateway = gateway;
        this.name = name;
        this.configured = configured == null ? "" : configured.strip();
    }

    public boolean isSet() {
        return !configured.isEmpty();
    }

    /** Returns the secret, or a fault if the option is not set or the vault does not have the secret. */
    public Configured<String> resolve(Vault vault) {
        if (!isSet()) {
            return Configured.faulty(
                    "the option %s of %s is not set (a reference to the vault is written $${vault.<key>})"
                            .formatted(name, gateway));
        }
        if (!configured.contains(Vault.REFERENCE_START)) {
            return Configured.ready(configured);
        }
        Matcher reference = Vault.REFERENCE.matcher(configured);
        if (!reference.matches()) {
            return Configured.faulty(
                    "the option %s of %s is not a single complete reference to the vault".formatted(name, gateway));
        }
        return vault.secret(reference.group(1))
                .map(Configured::ready)
                .orElseGet(() -> unresolved(gateway, name, reference.group(1)));
    }

    /** Returns the fault for a reference to a secret missing from the vault. */
    public static <T> Configured<T> unresolved(String gateway, String option, String key) {
        return Configured.faulty(
                "the option %s of %s refers to ${vault.%s}, which the vault does not have for this realm"
                        .formatted(option, gateway, key));
    }

    /** Returns a text without the secret, so that logs don't contain it. */
    @Override
    public String toString() {
        return "SecretOption[" + gateway + "." + name + "]";
    }
}
