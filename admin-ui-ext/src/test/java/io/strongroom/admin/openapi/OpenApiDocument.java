package io.strongroom.admin.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.TwoFactorAdminResource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Generates the OpenAPI document of the admin API from the annotations of its resources. */
final class OpenApiDocument {

    private static final String ROOT = "/admin/realms/{realm}/two-factor";
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Map<Class<? extends Annotation>, String> VERBS =
            Map.of(GET.class, "get", PUT.class, "put", POST.class, "post", DELETE.class, "delete");
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request is not valid; the error lists all problems",
            "401", "The token is missing or not valid",
            "403", "The administrator lacks the permission",
            "404", "Not found");

    private final Schemas schemas = new Schemas();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();

    static ObjectNode generate() {
        OpenApiDocument document = new OpenApiDocument();
        document.addOperations(TwoFactorAdminResource.class, ROOT);
        document.schemas.addOthers();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        root.putObject("info").put("title", "Strongroom admin API").put("version", "1");
        root.putArray("security").addObject().putArray("token");
        root.set("paths", document.paths);
        ObjectNode components = root.putObject("components");
        components.set("schemas", sorted(document.schemas.components()));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return root;
    }

    private static ObjectNode sorted(ObjectNode object) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.set(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private void addOperations(Class<?> resource, String base) {
        List<Method> methods = Arrays.stream(resource.getMethods())
                .filter(method -> method.getDeclaringClass() == resource)
                .sorted(Comparator.comparing(OpenApiDocument::pathOf).thenComparing(Method::getName))
                .toList();
        methods.forEach(method -> {
            String path = pathOf(method).isEmpty() ? base : base + "/" + pathOf(method);
            VERBS.forEach((annotation, verb) -> {
                if (method.isAnnotationPresent(annotation)) {
                    paths.withObjectProperty(path).set(verb, operation(method, path));
                }
            });
            boolean isSubResource = VERBS.keySet().stream().noneMatch(method::isAnnotationPresent)
                    && method.isAnnotationPresent(Path.class);
            if (isSubResource) {
                addOperations(method.getReturnType(), path);
            }
        });
    }

    private static String pathOf(Method method) {
        return method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
    }

    private ObjectNode operation(Method method, String path) {
        Operation operation = method.getAnnotation(Operation.class);
        ObjectNode described = JsonNodeFactory.instance
                .objectNode()
                .put("operationId", operation.operationId())
                .put("summary", operation.summary());
        Matcher names = PATH_PARAMETER.matcher(path);
        while (names.find()) {
            parameter(described, "path", names.group(1), "string").put("required", true);
        }
        boolean canBeInvalid = false;
        for (Parameter parameter : method.getParameters()) {
            canBeInvalid |= parameter.isAnnotationPresent(QueryParam.class)
                    && parameter.getType() == String.class
                    && !parameter.getAnnotation(QueryParam.class).value().equals("search");
            describe(described, parameter);
        }
        responses(described.putObject("responses"), method, path, canBeInvalid || described.has("requestBody"));
        return described;
    }

    private void describe(ObjectNode operation, Parameter parameter) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            String type = parameter.getType() == boolean.class ? "boolean" : "string";
            parameter(
                    operation,
                    "query",
                    parameter.getAnnotation(QueryParam.class).value(),
                    type);
        } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
            parameter(
                    operation,
                    "header",
                    parameter.getAnnotation(HeaderParam.class).value(),
                    "string");
        } else if (parameter.isAnnotationPresent(RequestBody.class)) {
            Content content = parameter.getAnnotation(RequestBody.class).content()[0];
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content").putObject("application/json").set("schema", schema(content.schema()));
        }
    }

    private static ObjectNode parameter(ObjectNode operation, String in, String name, String type) {
        ObjectNode parameter =
                operation.withArray("parameters").addObject().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    private void responses(ObjectNode responses, Method method, String path, boolean canBeInvalid) {
        APIResponse[] declared = method.getAnnotationsByType(APIResponse.class);
        boolean success = Arrays.stream(declared)
                .anyMatch(response -> response.responseCode().startsWith("2"));
        if (!success && method.getReturnType() == void.class) {
            responses.putObject("204").put("description", "Done");
        } else if (!success) {
            content(responses.putObject("200").put("description", "Success"), "application/json")
                    .set("schema", schemas.of(method.getGenericReturnType()));
        }
        for (APIResponse response : declared) {
            ObjectNode answer = responses.putObject(response.responseCode()).put("description", response.description());
            for (Content content : response.content()) {
                String type = content.mediaType().isEmpty() ? "application/json" : content.mediaType();
                content(answer, type).set("schema", schema(content.schema()));
            }
            if (response.content().length == 0) {
                content(answer, "application/json").set("schema", defaultSchema(method, response));
            }
        }
        REFUSALS.forEach((code, description) -> {
            boolean applies = switch (code) {
                case "400" -> canBeInvalid;
                case "404" -> path.indexOf('{', ROOT.length()) > 0;
                default -> true;
            };
            if (applies) {
                content(responses.putObject(code).put("description", description), "application/json")
                        .set("schema", Schemas.ref("Error"));
            }
        });
        ObjectNode inOrder = sorted(responses);
        responses.removeAll();
        responses.setAll(inOrder);
    }

    /** Returns the schema of a response whose annotation has none: the return type of the method, or the error. */
    private ObjectNode defaultSchema(Method method, APIResponse response) {
        return response.responseCode().startsWith("2")
                ? schemas.of(method.getGenericReturnType())
                : Schemas.ref("Error");
    }

    private static ObjectNode content(ObjectNode answer, String type) {
        return answer.withObjectProperty("content").withObjectProperty(type);
    }

    private ObjectNode schema(Schema schema) {
        if (!schema.ref().isEmpty()) {
            return Schemas.ref(schema.ref());
        }
        return schema.implementation() == Void.class
                ? JsonNodeFactory.instance.objectNode().put("type", "string")
                : schemas.of(schema.implementation());
    }
}
