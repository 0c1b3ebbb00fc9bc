package io.patchbay.rules;

import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import java.util.List;

/** The answer to a command and the events it comes to; none when it is refused. */
public record Decision<E>(Outcome outcome, List<E> events) {

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> Decision<E> accept(E... events) {
        return new Decision<>(Outcome.accepted(), List.of(events));
    }

    public static <E> Decision<E> all(List<? extends E> events) {
        return new Decision<>(Outcome.accepted(), List.copyOf(events));
    }

    /** @param detail one English sentence for people: what was found and what the command needs */
    public static <E> Decision<E> refuse(Reason reason, String detail) {
        return new Decision<>(Outcome.refused(reason, detail), List.of());
    }
}
