package io.strongroom.testrealm.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * All endpoints of the server below {@code /realms/{realm}}, read from its classes, so that new endpoints of a new
 * Keycloak version are included.
 */
final class EndpointCatalogue {
    private static final String ROOT = "org/keycloak/services/resources/RealmsResource";
    private static final String JAX_RS = "Ljakarta/ws/rs/";
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private final ServerClasses classes;
    private final Locators locators;
    private final Map<String, Map<String, MethodNode>> resources = new HashMap<>();
    private final Set<String> reached = new TreeSet<>();
    private final Set<Endpoint> endpoints = new TreeSet<>();

    private EndpointCatalogue(ServerClasses classes) {
        this.classes = classes;
        this.locators = new Locators(classes, type -> !resourceMethods(type).isEmpty());
    }

    static EndpointCatalogue ofServer() {
        EndpointCatalogue catalogue = new EndpointCatalogue(ServerClasses.ofDistribution());
        catalogue.walk("/realms", ROOT, List.of());
        catalogue.tryOtherVerbs();
        return catalogue;
    }

    /** Sorted by path. */
    List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Names of the classes that have resource methods but are not reached. */
    List<String> notReached() {
        return classes.all().stream()
                .filter(type -> !resourceMethods(type).isEmpty() && !reached.contains(type))
                .map(type -> type.replace('/', '.'))
                .toList();
    }

    private void walk(String prefix, String type, List<String> above) {
        if (above.contains(type)) {
            return;
        }
        reached.addAll(classes.withParents(type));
        List<String> path = Stream.concat(above.stream(), Stream.of(type)).toList();
        resourceMethods(type).values().forEach(method -> {
            String at = join(prefix, pathOf(method));
            List<String> verbs = VERBS.stream()
                    .filter(verb -> annotation(method, verb).isPresent())
                    .toList();
            verbs.forEach(verb -> endpoints.add(new Endpoint(verb, at, true, readsKey(method))));
            if (annotations(method).noneMatch(annotation -> isVerb(annotation.desc))) {
                locators.targets(type, method)
                        .forEach((target, id) ->
                                walk(id.map(provider -> withId(at, provider)).orElse(at), target, path));
            }
        });
    }

    /** GET and POST are tried everywhere. */
    private void tryOtherVerbs() {
        Set<Endpoint> declared = Set.copyOf(endpoints);
        for (Endpoint endpoint : declared) {
            for (String verb : List.of("GET", "POST")) {
                if (declared.stream().noneMatch(other -> other.isAt(verb, endpoint.path()))) {
                    endpoints.add(new Endpoint(verb, endpoint.path(), false, false));
                }
            }
        }
    }

    /** Keyed by name and parameters; a method without annotations inherits those of the one it overrides. */
    private Map<String, MethodNode> resourceMethods(String type) {
        Map<String, MethodNode> known = resources.get(type);
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String owner : classes.withParents(type)) {
                for (MethodNode method : classes.node(owner).methods) {
                    if (annotation(method, "Path").isPresent()
                            || annotations(method).anyMatch(each -> isVerb(each.desc))) {
                        known.putIfAbsent(method.name + method.desc, method);
                    }
                }
            }
            resources.put(type, known);
        }
        return known;
    }

    private static boolean readsKey(MethodNode method) {
        return method.visibleParameterAnnotations != null
                && Stream.of(method.visibleParameterAnnotations)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .anyMatch(annotation -> annotation.desc.equals(JAX_RS + "QueryParam;")
                                && annotation.values.contains(Parameter.KEY.queryName()));
    }

    private static boolean isVerb(String annotation) {
        return annotation.startsWith(JAX_RS)
                && annotation.substring(JAX_RS.length()).matches("(GET|POST|PUT|DELETE|PATCH|OPTIONS|HEAD);");
    }

    private static String pathOf(MethodNode method) {
        return annotation(method, "Path")
                .map(path -> (String) new ArrayList<>(path.values).get(1))
                .orElse("");
    }

    private static Optional<AnnotationNode> annotation(MethodNode method, String name) {
        return annotations(method)
                .filter(annotation -> annotation.desc.equals(JAX_RS + name + ";"))
                .findFirst();
    }

    private static Stream<AnnotationNode> annotations(MethodNode method) {
        return method.visibleAnnotations == null ? Stream.empty() : method.visibleAnnotations.stream();
    }

    /** The last parameter of the path names the provider. */
    private static String withId(String path, String id) {
        int parameter = path.lastIndexOf('{');
        return path.endsWith("}") && !path.endsWith("/{realm}") ? path.substring(0, parameter) + id : path;
    }

    /** Drops the regular expressions after parameter names. */
    private static String join(String prefix, String path) {
        String below = path.replaceAll("\\{\\s*(\\w+)\\s*(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}", "{$1}");
        String joined = (prefix + "/" + below).replaceAll("/+", "/");
        return joined.endsWith("/") && joined.length() > 1 ? joined.substring(0, joined.length() - 1) : joined;
    }
}
