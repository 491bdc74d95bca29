package io.strongroom.testrealm.crawl;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The resources that a sub-resource locator may return, by its type or, if that is too general, by its code. May
 * include too many, never too few.
 */
final class Locators {
    private static final String OBJECT = "java/lang/Object";
    private static final Set<String> SAY_NOTHING =
            Set.of("org/keycloak/provider/Provider", "org/keycloak/provider/ProviderFactory");

    private final ServerClasses classes;
    private final Predicate<String> isResource;
    private final Map<String, Optional<String>> idsOfProviders = new TreeMap<>();

    Locators(ServerClasses classes, Predicate<String> isResource) {
        this.classes = classes;
        this.isResource = isResource;
        classes.all().stream()
                .filter(name -> name.endsWith("Factory"))
                .forEach(factory -> classes.node(factory).methods.stream()
                        .filter(method -> method.name.startsWith("create"))
                        .forEach(method -> made(method)
                                .forEach(provider ->
                                        idsOfProviders.computeIfAbsent(provider, any -> classes.providerId(factory)))));
    }

    /** Resources, each with the id of the provider that it is or that creates it, if any. */
    Map<String, Optional<String>> targets(String owner, MethodNode locator) {
        Map<String, Optional<String>> found = new TreeMap<>();
        addResources(Type.getReturnType(locator.desc).getInternalName(), found);
        if (found.isEmpty()) {
            follow(owner, locator, found, new HashSet<>());
        }
        return found;
    }

    private void addResources(String type, Map<String, Optional<String>> found) {
        if (classes.has(type) && !SAY_NOTHING.contains(type)) {
            classes.withChildren(type).stream()
                    .filter(isResource)
                    .forEach(resource -> found.putIfAbsent(resource, idOf(resource)));
        }
    }

    private Optional<String> idOf(String resource) {
        return idsOfProviders.getOrDefault(resource, Optional.empty());
    }

    private void follow(String owner, MethodNode method, Map<String, Optional<String>> found, Set<String> seen) {
        if (!seen.add(owner + method.name + method.desc)) {
            return;
        }
        if (returnsItself(method)) {
            addResources(owner, found);
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof TypeInsnNode type) {
                addResources(type.desc, found);
            } else if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETFIELD) {
                addResources(Type.getType(field.desc).getInternalName(), found);
            } else if (instruction instanceof MethodInsnNode call) {
                String type = Type.getReturnType(call.desc).getInternalName();
                addResources(type, found);
                if (OBJECT.equals(type) && classes.has(call.owner)) {
                    implementations(call).forEach((implementer, code) -> {
                        Map<String, Optional<String>> returned = new TreeMap<>();
                        follow(implementer, code, returned, seen);
                        returned.forEach((resource, id) -> found.merge(
                                resource, id.or(() -> idOfMaker(implementer)), (one, other) -> one.or(() -> other)));
                    });
                }
            }
        }
    }

    private Optional<String> idOfMaker(String implementer) {
        return idOf(implementer)
                .or(() -> implementer.endsWith("Factory") ? classes.providerId(implementer) : Optional.empty());
    }

    private Map<String, MethodNode> implementations(MethodInsnNode call) {
        Map<String, MethodNode> found = new TreeMap<>();
        for (String type : classes.withChildren(call.owner)) {
            classes.methods(type, call.name, call.desc).forEach(method -> found.put(type, method));
        }
        return found;
    }

    private static boolean returnsItself(MethodNode method) {
        List<Integer> code = StreamSupport.stream(method.instructions.spliterator(), false)
                .map(AbstractInsnNode::getOpcode)
                .filter(opcode -> opcode >= 0)
                .toList();
        return code.equals(List.of(Opcodes.ALOAD, Opcodes.ARETURN));
    }

    private static Set<String> made(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(instruction -> instruction.getOpcode() == Opcodes.NEW)
                .map(instruction -> ((TypeInsnNode) instruction).desc)
                .collect(Collectors.toSet());
    }
}
