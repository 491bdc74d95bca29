package io.strongroom.admin.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.SettingsDocument;
import io.strongroom.owner.Owners;
import io.strongroom.policy.Problem;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads the policy of a realm or organization from a request.
 *
 * @param settings  all settings; the value of each is what an absent field means, or null if that is not stored
 * @param validator returns the problems with attributes whose types are correct
 * @param parser    returns the policy with these attributes
 * @param owners    finds the owners that these attributes name
 */
public record PolicyForm(
        List<Setting> settings,
        Function<UnaryOperator<String>, List<Problem>> validator,
        Function<UnaryOperator<String>, TenantPolicy> parser,
        BiFunction<AdminRequest, Map<String, String>, Owners> owners) {

    /**
     * Returns the attributes to store.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 if there are errors; it contains all of them
     */
    public SortedMap<String, String> read(ObjectNode document, AdminRequest request) {
        SettingsDocument.Read read = new SettingsDocument(settings, validator).read(document);
        List<FieldError> errors = new ArrayList<>(read.errors());
        Set<String> wrong = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        Set<String> set = read.attributes().keySet().stream()
                .map(SettingsDocument::fieldOf)
                .collect(Collectors.toSet());
        new References(request.session(), request.realm(), owners.apply(request, read.attributes()))
                .missing(parser.apply(read.attributes()::get)).stream()
                        .filter(missing -> set.contains(missing.field()) && !wrong.contains(missing.field()))
                        .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw request.refusals().fields(errors);
        }
        return new TreeMap<>(read.attributes());
    }
}
