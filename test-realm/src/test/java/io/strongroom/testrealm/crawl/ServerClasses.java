package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes of Keycloak and of the shipped jar, as installed on the server, read without loading them. Names are
 * those of class files: {@code org/keycloak/…}.
 */
final class ServerClasses {
    private static final String OURS = "io/strongroom/";
    private static final String KEYCLOAK = "org/keycloak/";

    private final Map<String, ClassReader> readers = new TreeMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, ClassNode> nodes = new HashMap<>();

    private ServerClasses() {}

    /** The classes of the server that the tests start. */
    static ServerClasses ofDistribution() {
        ServerClasses classes = new ServerClasses();
        try (Stream<Path> libraries = Files.list(Layout.distribution().resolve("lib/lib/main"))) {
            for (Path jar : libraries.sorted().toList()) {
                if (jar.getFileName().toString().startsWith("org.keycloak.")) {
                    classes.read(jar);
                }
            }
            classes.read(Layout.shippedJar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private void read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".class") && (name.startsWith(KEYCLOAK) || name.startsWith(OURS))) {
                    ClassReader reader = new ClassReader(jar.getInputStream(entry));
                    readers.put(reader.getClassName(), reader);
                    parents(reader)
                            .forEach(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                                    .add(reader.getClassName()));
                }
            }
        }
    }

    private static List<String> parents(ClassReader reader) {
        List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
        parents.add(reader.getSuperName());
        return parents;
    }

    Set<String> all() {
        return readers.keySet();
    }

    boolean has(String type) {
        return readers.containsKey(type);
    }

    ClassNode node(String type) {
        return nodes.computeIfAbsent(type, name -> {
            ClassNode node = new ClassNode();
            readers.get(name).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return node;
        });
    }

    /** The class first, then what it inherits from. */
    Set<String> withParents(String type) {
        Set<String> found = new LinkedHashSet<>();
        if (has(type)) {
            found.add(type);
            parents(readers.get(type)).forEach(parent -> found.addAll(withParents(parent)));
        }
        return found;
    }

    /** The class first, then its subclasses. */
    Set<String> withChildren(String type) {
        Set<String> found = new LinkedHashSet<>(Set.of(type));
        children.getOrDefault(type, List.of()).forEach(child -> found.addAll(withChildren(child)));
        return found;
    }

    List<MethodNode> methods(String type, String name, String descriptor) {
        return node(type).methods.stream()
                .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
                .toList();
    }

    /** The value that a provider factory returns from {@code getId}. */
    Optional<String> providerId(String factory) {
        return withParents(factory).stream()
                .flatMap(type -> methods(type, "getId", "()Ljava/lang/String;").stream())
                .findFirst()
                .flatMap(ServerClasses::constant);
    }

    private static Optional<String> constant(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
