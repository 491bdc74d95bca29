package io.strongroom.admin.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.policy.PolicyForm;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.SettingsDocument;
import io.strongroom.owner.Owners;
import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.Problem;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.OrganizationPolicyWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Converts the policy of an organization to and from JSON. A field that the organization does not set is null, and the
 * realm's applies. {@code effective} contains the value that applies for each field, and {@code realm} the realm's;
 * both are read-only.
 *
 * @param realm          the realm's policy
 * @param organizationId id of the organization
 */
record OrganizationDocument(TenantPolicy realm, String organizationId) {

    private static final String EFFECTIVE = "effective";
    private static final String REALM = "realm";
    private static final String TOO_LONG =
            "at most %d characters, with the commas of a list".formatted(OrganizationPolicyWriter.MAX_LENGTH);

    ObjectNode write(SortedMap<String, String> attributes) {
        List<Setting> effective = OrganizationPolicy.settings(attributes::get, realm);
        ObjectNode document = SettingsDocument.write(effective.stream()
                .map(setting -> attributes.containsKey(setting.attribute()) ? setting : unset(setting))
                .toList());
        document.set(EFFECTIVE, SettingsDocument.write(effective));
        document.set(REALM, SettingsDocument.write(OrganizationPolicy.settings(name -> null, realm)));
        return document;
    }

    /**
     * Returns the attributes to store.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 if there are errors; it contains all of them
     */
    SortedMap<String, String> read(ObjectNode document, AdminRequest request) {
        ObjectNode own = document.deepCopy();
        own.remove(List.of(EFFECTIVE, REALM));
        return form().read(own, request);
    }

    private PolicyForm form() {
        return new PolicyForm(
                OrganizationPolicy.settings(name -> null, realm).stream()
                        .map(OrganizationDocument::unset)
                        .toList(),
                this::problems,
                attributes -> OrganizationPolicy.parse(attributes, realm).policy(),
                this::owners);
    }

    private List<Problem> problems(UnaryOperator<String> attributes) {
        Stream<Problem> tooLong = OrganizationPolicy.names().stream()
                .sorted()
                .filter(name -> attributes.apply(name) != null)
                .filter(name -> attributes.apply(name).length() > OrganizationPolicyWriter.MAX_LENGTH)
                .map(name -> new Problem(name, attributes.apply(name), "none", TOO_LONG));
        return Stream.concat(OrganizationPolicy.parse(attributes, realm).problems().stream(), tooLong)
                .toList();
    }

    private Owners owners(AdminRequest request, Map<String, String> attributes) {
        return Owners.ofOrganization(
                request.session(), request.realm(), new OrganizationRule(organizationId, attributes));
    }

    private static Setting unset(Setting setting) {
        return new Setting(setting.attribute(), setting.kind(), null);
    }
}
