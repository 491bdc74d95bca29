package io.strongroom.admin.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checks {@code docs/openapi.json}, and writes it with {@code -Dopenapi.document=write}. */
@DisplayName("The OpenAPI document")
class OpenApiDocumentTest {

    private static final Path FILE = Path.of("../docs/openapi.json");

    @Test
    @DisplayName("in the repository is the one generated from the resources")
    void isUpToDate() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        String generated =
                mapper.writer(printer)
                                .writeValueAsString(mapper.readTree(
                                        OpenApiDocument.generate().toString())) + "\n";
        if ("write".equals(System.getProperty("openapi.document"))) {
            Files.writeString(FILE, generated);
        }

        assertEquals(Files.readString(FILE), generated);
    }

    @Test
    @DisplayName("contains every operation id once, and every schema it refers to")
    void isComplete() {
        ObjectNode document = OpenApiDocument.generate();
        Set<String> operations = new HashSet<>();

        document.path("paths")
                .forEach(path -> path.forEach(operation -> assertTrue(
                        operations.add(operation.path("operationId").asText()), () -> "duplicate: " + operation)));

        assertTrue(operations.size() >= 20, operations::toString);
        for (String reference : document.findValuesAsText("$ref")) {
            assertTrue(document.at(reference.substring(1)).isObject(), reference);
        }
    }
}
