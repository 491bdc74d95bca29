package io.strongroom.admin.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The form of a data room")
class RoomFormTest {

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    @DisplayName("D3 contains name, rule and groups of a new room")
    void create() throws JsonProcessingException {
        RoomForm form = RoomForm.toCreate(
                json(
                        "{'name':' Falcon ','enforced':true,'methods':['sms','totp'],'userGroups':['A','B'],'administrators':'C'}"));

        assertEquals(Optional.of("Falcon"), form.name());
        assertEquals(List.of("A", "B"), form.userGroups());
        assertEquals(Optional.of("C"), form.administrators());
        assertEquals(Map.of("twoFactor.enforced", "true", "twoFactor.methods", "sms,totp"), form.rule());
        assertEquals(List.of(), form.errors());
    }

    @Test
    @DisplayName("D4 accepts a changed GET response and ignores its read-only fields")
    void edit() throws JsonProcessingException {
        RoomForm form =
                RoomForm.toEdit(json("{'id':'x','name':'Falcon','path':'/Falcon','enforced':false,'methods':['sms'],"
                        + "'withoutNumber':'allow','userGroups':[{'id':'y','name':'A','administrators':false}]}"));

        assertEquals(List.of(), form.errors());
        assertEquals("false", form.rule().get("twoFactor.enforced"));
        assertEquals("allow", form.rule().get("twoFactor.withoutNumber"));
    }

    @Test
    @DisplayName("D3 reports every error, including a duplicate group")
    void errors() throws JsonProcessingException {
        RoomForm form = RoomForm.toCreate(
                json(
                        "{'enforced':1,'methods':[],'withoutNumber':'maybe','userGroups':['A','A'],'administrators':'A\\u0000','x':1}"));

        assertEquals(
                List.of("name", "administrators", "userGroups", "enforced", "methods", "withoutNumber", "x"),
                form.errors().stream()
                        .map(FieldError::field)
                        .distinct()
                        .sorted(RoomFormTest::byOrder)
                        .toList());
    }

    private static int byOrder(String one, String other) {
        List<String> order =
                List.of("name", "administrators", "userGroups", "enforced", "methods", "withoutNumber", "x");
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }
}
