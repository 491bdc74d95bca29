package io.strongroom.factor.link;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * The marks of a user's identity provider links that were created without a second factor. The password or access
 * to the mailbox is enough to create such a link. The marks are stored as credentials, because directory users'
 * attributes may be read-only.
 */
public final class UnprovenLinks {

    public static final String TYPE = "two-factor-unproven-link";

    private final List<CredentialModel> marks;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(@JsonProperty("provider") String provider) {}

    /** @param account null in marks from older versions */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Before(@JsonProperty("before") BeforeLink account) {}

    private UnprovenLinks(List<CredentialModel> marks) {
        this.marks = marks;
    }

    public static UnprovenLinks among(List<CredentialModel> credentials) {
        return new UnprovenLinks(credentials.stream()
                .filter(credential -> TYPE.equals(credential.getType()))
                .toList());
    }

    public static UnprovenLinks of(UserModel user) {
        return among(
                user.credentialManager().getStoredCredentialsByTypeStream(TYPE).toList());
    }

    /**
     * Returns whether the link to a provider is marked as unproven.
     *
     * @param alias alias of the provider
     */
    public boolean contain(String alias) {
        return marks.stream().anyMatch(mark -> isOf(alias, mark));
    }

    /**
     * Returns the account before the first of these links; empty if there is no link, or if an older version marked
     * it.
     */
    public Optional<BeforeLink> before() {
        return marks.stream()
                .min(Comparator.comparing(
                        CredentialModel::getCreatedDate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .flatMap(UnprovenLinks::beforeOf);
    }

    /**
     * Marks the link to a provider as unproven.
     *
     * @param before the account before any unproven link
     * @return false if it is already marked
     */
    public boolean add(UserModel user, String alias, BeforeLink before, Instant now) {
        boolean isNew = !contain(alias);
        if (isNew) {
            CredentialModel mark = new CredentialModel();
            mark.setType(TYPE);
            mark.setCreatedDate(now.toEpochMilli());
            mark.setCredentialData(Json.write(new Data(alias)));
            mark.setSecretData(Json.write(new Before(before))); // contains numbers; secret data is never shown
            user.credentialManager().createStoredCredential(mark);
        }
        return isNew;
    }

    /** Removes the mark after the link has been proven or removed. */
    public void remove(UserModel user, String alias) {
        marks.stream()
                .filter(mark -> isOf(alias, mark))
                .forEach(mark -> user.credentialManager().removeStoredCredentialById(mark.getId()));
    }

    /** Returns whether a mark applies to a provider. An unreadable mark applies to every provider. */
    private static boolean isOf(String alias, CredentialModel mark) {
        return read(mark).map(data -> alias.equals(data.provider())).orElse(true);
    }

    private static Optional<Data> read(CredentialModel mark) {
        return Json.read(mark.getCredentialData(), Data.class);
    }

    private static Optional<BeforeLink> beforeOf(CredentialModel mark) {
        Optional<Before> read = Json.read(mark.getSecretData(), Before.class);
        return read.isPresent() ? read.map(Before::account) : Optional.of(BeforeLink.STRICTEST);
    }
}
