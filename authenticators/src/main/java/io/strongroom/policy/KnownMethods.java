package io.strongroom.policy;

import java.util.List;
import java.util.ServiceLoader;

/** Finds the registered methods once. */
final class KnownMethods {

    static final List<Method> ALL = ServiceLoader.load(KnownMethod.class, KnownMethod.class.getClassLoader()).stream()
            .map(known -> known.get().method())
            .sorted()
            .toList();

    private KnownMethods() {}
}
