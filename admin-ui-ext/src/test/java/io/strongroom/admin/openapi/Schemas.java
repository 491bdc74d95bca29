package io.strongroom.admin.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.policy.DryRun;
import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.representations.idm.ErrorRepresentation;

/** Generates JSON schemas of the records in responses, and of policies, whose settings describe themselves. */
final class Schemas {

    private final ObjectNode components = JsonNodeFactory.instance.objectNode();

    ObjectNode components() {
        return components;
    }

    static ObjectNode ref(String name) {
        return object().put("$ref", "#/components/schemas/" + name);
    }

    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            ObjectNode schema = object();
            if (generic.getRawType() == Map.class) {
                schema.put("type", "object").set("additionalProperties", of(last));
            } else {
                schema.put("type", "array").set("items", of(last));
            }
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == ErrorRepresentation.class) {
            return ref("Error");
        }
        return plain.isRecord() ? ref(component(plain)) : primitive(plain);
    }

    private static ObjectNode primitive(Class<?> type) {
        if (type == boolean.class) {
            return object().put("type", "boolean");
        }
        if (type == int.class) {
            return object().put("type", "integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return object().put("type", "integer").put("format", "int64");
        }
        if (type == String.class) {
            return object().put("type", "string");
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    /** Fields that are never absent in JSON are required; an absent field means null. */
    private String component(Class<?> type) {
        Schema named = type.getAnnotation(Schema.class);
        String name = named == null ? type.getSimpleName() : named.name();
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put("type", "object");
            schema.put("additionalProperties", false);
            ObjectNode properties = schema.putObject("properties");
            for (RecordComponent part : type.getRecordComponents()) {
                properties.set(part.getName(), of(part.getGenericType()));
                if (part.getType() != String.class && part.getType() != Long.class) {
                    schema.withArray("required").add(part.getName());
                }
            }
        }
        return name;
    }

    /** Adds the schemas that are not generated from records. */
    void addOthers() {
        components.set("Error", error());
        components.set("Policy", settings(TenantPolicy.settings(name -> null)));
        ObjectNode either = components.putObject("PolicyOrDryRun");
        either.putArray("oneOf").add(ref("Policy")).add(of(DryRun.class));
        components.set("OrganizationPolicy", organizationPolicy());
        ObjectNode ofOrganization = components.putObject("OrganizationPolicyOrDryRun");
        ofOrganization.putArray("oneOf").add(ref("OrganizationPolicy")).add(of(DryRun.class));
        ObjectNode room = settings(RoomPolicy.settings(name -> null));
        ObjectNode properties = (ObjectNode) room.path("properties");
        properties.putObject("name").put("type", "string");
        properties.putObject("administrators").put("type", "string").put("description", "Name of the group to create");
        ObjectNode groups = properties.putObject("userGroups").put("type", "array");
        groups.putObject("items").put("type", "string");
        room.withArray("required").add("name");
        components.set("NewDataRoom", room);
    }

    /** What the organization does not set is null; {@code effective} and {@code realm} are read-only. */
    private static ObjectNode organizationPolicy() {
        List<Setting> settings = OrganizationPolicy.settings(name -> null, TenantPolicy.parse(name -> null));
        ObjectNode policy = settings(settings.stream()
                .map(setting -> new Setting(setting.attribute(), setting.kind(), null))
                .toList());
        orNull(policy);
        ObjectNode effective = settings(settings);
        effective.findParents("default").forEach(schema -> ((ObjectNode) schema).remove("default"));
        effective.put("readOnly", true);
        orNull((ObjectNode) effective.at("/properties/sms"));
        ((ObjectNode) policy.path("properties")).set("effective", effective);
        ((ObjectNode) policy.path("properties")).set("realm", effective.deepCopy());
        return policy;
    }

    private static void orNull(ObjectNode parent) {
        parent.path("properties").forEach(property -> {
            ObjectNode schema = (ObjectNode) property;
            if (schema.path("type").asText().equals("object")) {
                orNull(schema);
            } else if (schema.path("type").isTextual()) {
                String type = schema.path("type").asText();
                schema.putArray("type").add(type).add("null");
                if (schema.has("enum")) {
                    schema.withArray("enum").addNull();
                }
            }
        });
    }

    private static ObjectNode error() {
        ObjectNode error = object().put("type", "object");
        ObjectNode properties = error.putObject("properties");
        properties.putObject("field").put("type", "string");
        properties.putObject("errorMessage").put("type", "string");
        properties.putObject("params").put("type", "array");
        properties.putObject("errors").put("type", "array").set("items", ref("Error"));
        properties.putObject("error").put("type", "string").put("description", "Only in errors of Keycloak itself");
        properties.putObject("error_description").put("type", "string");
        return error.put("additionalProperties", false);
    }

    private static ObjectNode settings(List<Setting> settings) {
        ObjectNode root = object().put("type", "object").put("additionalProperties", false);
        settings.forEach(setting -> {
            String[] path = setting.attribute().substring("twoFactor.".length()).split("\\.");
            ObjectNode schema = root;
            for (int i = 0; i < path.length - 1; i++) {
                schema = schema.withObjectProperty("properties").withObjectProperty(path[i]);
                schema.put("type", "object").put("additionalProperties", false);
            }
            schema.withObjectProperty("properties").set(path[path.length - 1], value(setting));
        });
        return root;
    }

    private static ObjectNode value(Setting setting) {
        ObjectNode schema = object();
        Setting.Kind kind = setting.kind();
        if (kind instanceof Setting.Flag) {
            schema.put("type", "boolean");
        } else if (kind instanceof Setting.Range range) {
            schema.put("type", "integer").put("minimum", range.lowest()).put("maximum", range.highest());
        } else if (kind instanceof Setting.OneOf oneOf) {
            oneOf.words().forEach(schema.put("type", "string").putArray("enum")::add);
        } else if (kind instanceof Setting.SomeOf someOf) {
            ObjectNode items = schema.put("type", "array").put("minItems", 1).putObject("items");
            someOf.words().forEach(items.put("type", "string").putArray("enum")::add);
        } else if (kind instanceof Setting.Names || kind instanceof Setting.Entries) {
            schema.put("type", "array").putObject("items").put("type", "string");
        } else {
            schema.putArray("type").add("string").add("null");
            if (kind instanceof Setting.Day) {
                schema.put("format", "date");
            }
        }
        if (setting.value() != null) {
            schema.putPOJO("default", setting.value());
        }
        return schema;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
