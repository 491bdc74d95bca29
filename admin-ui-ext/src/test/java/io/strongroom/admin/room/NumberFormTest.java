package io.strongroom.admin.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.FieldError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number entered by an administrator")
class NumberFormTest {

    private static NumberForm form(ObjectNode body) {
        return NumberForm.of(body, country -> !"DE".equals(country));
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    @ParameterizedTest(name = "D8 D9 is refused if it is {0}: {1}")
    @CsvSource({
        "0701740605, strongroomAttributeFormat",
        "+999123456, strongroomAttributeImpossible",
        "+46812345678, strongroomAttributeNoText",
        "+4915123456789, strongroomAttributeCountry"
    })
    void refused(String entered, String key) {
        NumberForm form = form(body().put("phoneNumber", entered));

        assertEquals(Optional.empty(), form.number());
        assertEquals(
                List.of(key), form.errors().stream().map(FieldError::messageKey).toList());
        assertEquals("phoneNumber", form.errors().get(0).field());
    }

    @Test
    @DisplayName("D8 is stored in international format, regardless of how it is written")
    void accepted() {
        NumberForm form = form(body().put("phoneNumber", " +46 (70) 174-06 05 "));

        assertEquals("+46701740605", form.number().orElseThrow().e164());
        assertEquals(List.of(), form.errors());
    }

    @Test
    @DisplayName("is refused with every error if it is missing, not a text, or under a misspelt name")
    void invalid() {
        assertEquals(2, form(body().put("phonenumber", "+46701740605")).errors().size());
        assertEquals(1, form(body().put("phoneNumber", 46701740605L)).errors().size());
        assertEquals(1, form(body().putNull("phoneNumber")).errors().size());
    }
}
