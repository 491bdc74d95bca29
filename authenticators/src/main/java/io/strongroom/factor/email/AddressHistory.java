package io.strongroom.factor.email;

import io.strongroom.context.UserContext;
import io.strongroom.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;

/**
 * Remembers when a user's address was changed. Otherwise, anyone who can change the address could receive the codes. The
 * history is a credential, because directory users' attributes may be read-only.
 */
public final class AddressHistory {

    /** Credential type of the record. */
    public static final String TYPE = "two-factor-email";

    /** How long no code is sent to a changed address. */
    static final Duration WAIT = Duration.ofDays(1);

    private static final String UNKNOWN = null;

    private final UserContext context;

    AddressHistory(UserContext context) {
        this.context = context;
    }

    /** Returns whether the address was changed too recently to send a code to it. */
    boolean isRecentlyChanged(EmailAddress address) {
        return record().filter(record -> isRecentlyChanged(record, address)).isPresent();
    }

    private boolean isRecentlyChanged(AddressRecord record, EmailAddress address) {
        return isOther(record, address) || record.isChangedAfter(context.now().minus(WAIT));
    }

    private static boolean isOther(AddressRecord record, EmailAddress address) {
        return !address.fingerprint().equals(record.hash());
    }

    /**
     * Records the address as it is now. If another address is recorded, it was changed where no event tells of it, such
     * as in a directory, and the change counts from now.
     */
    void observe(EmailAddress address) {
        Optional<AddressRecord> known = record();
        if (known.isEmpty()) {
            write(AddressRecord.first(address.fingerprint()));
        } else if (isOther(known.get(), address)) {
            write(known.get().changed(address.fingerprint(), context.now()));
        }
    }

    /** Records that the user's current address, or the password through a link sent to it, was changed now. */
    void changed() {
        String hash =
                EmailAddress.of(context.user()).map(EmailAddress::fingerprint).orElse(UNKNOWN);
        write(recordOrNew().changed(hash, context.now()));
    }

    /** Records that an identity provider was linked through a link sent to the address. */
    void linked(String provider) {
        write(recordOrNew().linked(provider));
    }

    boolean isLinkedByMail(String provider) {
        return record().filter(record -> record.providers().contains(provider)).isPresent();
    }

    private AddressRecord recordOrNew() {
        return record().orElseGet(() -> AddressRecord.first(
                EmailAddress.of(context.user()).map(EmailAddress::fingerprint).orElse(UNKNOWN)));
    }

    /** Returns the record. Parallel logins may have created several; an unreadable one counts as a change. */
    private Optional<AddressRecord> record() {
        return stored().stream().map(this::read).reduce(AddressRecord::merge);
    }

    private AddressRecord read(CredentialModel stored) {
        return Json.read(stored.getCredentialData(), AddressRecord.class)
                .orElseGet(() -> AddressRecord.first(UNKNOWN).changed(UNKNOWN, createdAt(stored)));
    }

    private Instant createdAt(CredentialModel stored) {
        return stored.getCreatedDate() == null ? context.now() : Instant.ofEpochMilli(stored.getCreatedDate());
    }

    private List<CredentialModel> stored() {
        return context.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .sorted(Comparator.comparing(
                        CredentialModel::getCreatedDate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private void write(AddressRecord record) {
        stored().stream()
                .map(CredentialModel::getId)
                .forEach(context.user().credentialManager()::removeStoredCredentialById);
        CredentialModel model = new CredentialModel();
        model.setType(TYPE);
        model.setCreatedDate(context.clock().millis());
        model.setCredentialData(Json.write(record));
        model.setSecretData("{}");
        context.user().credentialManager().createStoredCredential(model);
    }
}
