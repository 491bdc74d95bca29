package io.strongroom.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What options make, or the sentence that says what an administrator has to mend first. */
public sealed interface Configured<T> {

    static <T> Configured<T> ready(T value) {
        return new Ready<>(value);
    }

    /** @param sentence names the option, holds no secret, and has no full stop */
    static <T> Configured<T> faulty(String sentence) {
        return new Faulty<>(sentence);
    }

    /** All values, or the first fault. */
    static <T> Configured<List<T>> all(List<Configured<T>> each) {
        List<T> values = new ArrayList<>();
        for (Configured<T> one : each) {
            if (one instanceof Faulty<T> faulty) {
                return faulty(faulty.sentence());
            }
            values.add(((Ready<T>) one).value());
        }
        return ready(List.copyOf(values));
    }

    /** What has to be mended, or empty where nothing. */
    Optional<String> fault();

    /** Goes on with the value; the first fault stays. */
    <R> Configured<R> then(Function<? super T, Configured<R>> next);

    /** The value, or what takes its place where there is a fault. */
    T orElse(Function<String, ? extends T> instead);

    default <R> Configured<R> map(Function<? super T, ? extends R> next) {
        return then(value -> ready(next.apply(value)));
    }

    /** Everything is there. */
    record Ready<T>(T value) implements Configured<T> {

        @Override
        public Optional<String> fault() {
            return Optional.empty();
        }

        @Override
        public <R> Configured<R> then(Function<? super T, Configured<R>> next) {
            return next.apply(value);
        }

        @Override
        public T orElse(Function<String, ? extends T> instead) {
            return value;
        }

        /** The value may be a secret. */
        @Override
        public String toString() {
            return "Ready";
        }
    }

    /** Something has to be mended. */
    record Faulty<T>(String sentence) implements Configured<T> {

        @Override
        public Optional<String> fault() {
            return Optional.of(sentence);
        }

        @Override
        public <R> Configured<R> then(Function<? super T, Configured<R>> next) {
            return new Faulty<>(sentence);
        }

        @Override
        public T orElse(Function<String, ? extends T> instead) {
            return instead.apply(sentence);
        }
    }
}
