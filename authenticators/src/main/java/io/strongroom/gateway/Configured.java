package io.strongroom.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A value built from provider options, or a fault that an administrator has to fix. */
public sealed interface Configured<T> {

    static <T> Configured<T> ready(T value) {
        return new Ready<>(value);
    }

    /**
     * @param message description of the fault; contains the option's name, but no secret and no full stop at the end
     */
    static <T> Configured<T> faulty(String message) {
        return new Faulty<>(message);
    }

    /** Returns all values, or the first fault. */
    static <T> Configured<List<T>> all(List<Configured<T>> elements) {
        List<T> values = new ArrayList<>();
        for (Configured<T> element : elements) {
            if (element instanceof Faulty<T> faulty) {
                return faulty(faulty.message());
            }
            values.add(((Ready<T>) element).value());
        }
        return ready(List.copyOf(values));
    }

    /** Returns the fault; empty if there is none. */
    Optional<String> fault();

    /** Applies the next step to the value. Passes on a fault unchanged. */
    <R> Configured<R> flatMap(Function<? super T, Configured<R>> next);

    /** Returns the value, or a replacement computed from the fault. */
    T orElse(Function<String, ? extends T> replacement);

    default <R> Configured<R> map(Function<? super T, ? extends R> next) {
        return flatMap(value -> ready(next.apply(value)));
    }

    /** A complete configuration. */
    record Ready<T>(T value) implements Configured<T> {

        @Override
        public Optional<String> fault() {
            return Optional.empty();
        }

        @Override
        public <R> Configured<R> flatMap(Function<? super T, Configured<R>> next) {
            return next.apply(value);
        }

        @Override
        public T orElse(Function<String, ? extends T> replacement) {
            return value;
        }

        /** Returns a text without the value, which may be a secret. */
        @Override
        public String toString() {
            return "Ready";
        }
    }

    /** A configuration with a fault that an administrator has to fix. */
    record Faulty<T>(String message) implements Configured<T> {

        @Override
        public Optional<String> fault() {
            return Optional.of(message);
        }

        @Override
        public <R> Configured<R> flatMap(Function<? super T, Configured<R>> next) {
            return new Faulty<>(message);
        }

        @Override
        public T orElse(Function<String, ? extends T> replacement) {
            return replacement.apply(message);
        }
    }
}
