package io.strongroom.policy;

/** Makes a method known to policies. Implementations are registered as services of this interface. */
public interface KnownMethod {

    Method method();
}
