package io.strongroom.admin.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.Fields;
import io.strongroom.admin.request.Refusals;
import io.strongroom.admin.request.SettingsDocument;
import io.strongroom.policy.RoomPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requested state of a data room.
 *
 * @param name           the name, or empty to keep it
 * @param userGroups     names of the child groups to create
 * @param administrators name of the child group to create for the administrators, or empty for none
 * @param rule           attributes of the rule; an absent attribute has its default
 * @param errors         all errors of the body
 */
record RoomForm(
        Optional<String> name,
        List<String> userGroups,
        Optional<String> administrators,
        Map<String, String> rule,
        List<FieldError> errors) {

    static RoomForm toCreate(ObjectNode body) {
        Fields fields = new Fields(body);
        Optional<String> name = fields.requiredText("name");
        List<String> groups = fields.texts("userGroups");
        Optional<String> administrators = fields.optionalText("administrators");
        List<String> all = new ArrayList<>(groups);
        administrators.ifPresent(all::add);
        if (all.stream().distinct().count() < all.size()) {
            fields.add(List.of(new FieldError("userGroups", "strongroomAdminTwice")));
        }
        return complete(fields, name, groups, administrators);
    }

    /**
     * Reads the body of an edit. Ignores the read-only fields of a GET response, so that a client can change a
     * response and send it back.
     */
    static RoomForm toEdit(ObjectNode body) {
        ObjectNode rest = body.deepCopy();
        rest.remove(List.of("id", "path", "organization", "userGroups"));
        Fields fields = new Fields(rest);
        return complete(fields, fields.optionalText("name"), List.of(), Optional.empty());
    }

    /**
     * Returns this form if it has no errors.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 if there are errors
     */
    RoomForm requireValid(Refusals refusals) {
        if (!errors.isEmpty()) {
            throw refusals.fields(errors);
        }
        return this;
    }

    private static RoomForm complete(
            Fields fields, Optional<String> name, List<String> groups, Optional<String> administrators) {
        SettingsDocument.Read rule = new SettingsDocument(
                        RoomPolicy.settings(attribute -> null),
                        attributes -> RoomPolicy.parse(attributes).problems())
                .read(fields.rest());
        fields.add(rule.errors());
        return new RoomForm(name, groups, administrators, rule.attributes(), fields.errors());
    }
}
