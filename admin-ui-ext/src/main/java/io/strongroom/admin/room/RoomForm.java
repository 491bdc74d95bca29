package io.strongroom.admin.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.Fields;
import io.strongroom.admin.request.SettingsDocument;
import io.strongroom.policy.RoomPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted of a data room.
 *
 * @param name           empty where it stays as it is
 * @param userGroups     names of child groups to make
 * @param administrators name of the child group to make for the administrators, or empty: none
 * @param rule           attributes of the rule; those that are absent have their default
 * @param errors         all that is wrong
 */
record RoomForm(
        Optional<String> name,
        List<String> userGroups,
        Optional<String> administrators,
        Map<String, String> rule,
        List<FieldError> errors) {

    static RoomForm toCreate(ObjectNode body) {
        Fields fields = new Fields(body);
        Optional<String> name = fields.text("name", true);
        List<String> groups = fields.texts("userGroups");
        Optional<String> administrators = fields.text("administrators", false);
        List<String> all = new ArrayList<>(groups);
        administrators.ifPresent(all::add);
        if (all.stream().distinct().count() < all.size()) {
            fields.add(List.of(new FieldError("userGroups", "strongroomAdminTwice")));
        }
        return complete(fields, name, groups, administrators);
    }

    /** What the answer to a GET has besides is passed over, so that it can be sent back changed. */
    static RoomForm toEdit(ObjectNode body) {
        ObjectNode rest = body.deepCopy();
        rest.remove(List.of("id", "path", "userGroups"));
        Fields fields = new Fields(rest);
        return complete(fields, fields.text("name", false), List.of(), Optional.empty());
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
