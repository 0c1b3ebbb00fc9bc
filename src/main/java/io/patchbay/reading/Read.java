package io.patchbay.reading;

import java.util.Optional;
import java.util.function.Function;

/** The result of reading: a value, or the expectation that was not met. */
public sealed interface Read<T> {

    record Value<T>(T value) implements Read<T> { }

    /** @param expected words that follow "must be", for people; never the text that was sent */
    record Wrong<T>(String expected) implements Read<T> { }

    static <T> Read<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Read<T> wrong(String expected) {
        return new Wrong<>(expected);
    }

    /** @param expected if it is empty */
    static <T> Read<T> of(Optional<T> found, String expected) {
        return found.map(Read::of).orElseGet(() -> wrong(expected));
    }

    /** The value, or the refusal of the door, thrown. @param refusal makes it of the expectation */
    default T or(Function<String, ? extends RuntimeException> refusal) {
        if (this instanceof Wrong<T> wrong) {
            throw refusal.apply(wrong.expected());
        }
        return ((Value<T>) this).value();
    }
}
