package io.patchbay.reading;

import java.util.Optional;
import java.util.function.Function;

/** What reading came to: a value, or what was expected instead. */
public sealed interface Read<T> {

    record Value<T>(T value) implements Read<T> { }

    /** @param expected in words that follow "must be", for people; never what was sent */
    record Wrong<T>(String expected) implements Read<T> { }

    static <T> Read<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Read<T> wrong(String expected) {
        return new Wrong<>(expected);
    }

    /** @param expected where it is empty */
    static <T> Read<T> of(Optional<T> found, String expected) {
        return found.map(Read::of).orElseGet(() -> wrong(expected));
    }

    /** The value, or the door's refusal, thrown. @param refusal makes it of what was expected */
    default T or(Function<String, ? extends RuntimeException> refusal) {
        if (this instanceof Wrong<T> wrong) {
            throw refusal.apply(wrong.expected());
        }
        return ((Value<T>) this).value();
    }
}
