package io.patchbay;

import java.util.Objects;
import java.util.stream.Stream;

/** A failure and its causes. */
final class Causes {
    private Causes() { }

    /** From the outermost to the innermost. */
    static Stream<Throwable> of(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
    }
}
