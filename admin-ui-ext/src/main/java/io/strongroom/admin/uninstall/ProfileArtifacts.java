package io.strongroom.admin.uninstall;

import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.factor.sms.attribute.PhoneNumberValidator;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Strongroom's validator in the user profile. The validated attribute is kept. */
record ProfileArtifacts(KeycloakSession session) implements RealmArtifacts {

    @Override
    public List<String> found() {
        return new PhoneNumberDeclaration(session).isValidated() ? List.of(PhoneNumberValidator.ID) : List.of();
    }

    @Override
    public void remove() {
        new PhoneNumberDeclaration(session).removeValidator();
    }
}
