package io.patchbay.rules;

import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a command and the events it leads to. A refused command has none, except a command with several parts: the parts before
 * the refused one have taken effect.
 */
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

    /** @param done the events of the parts of the command before this one */
    public Decision<E> after(List<? extends E> done) {
        return new Decision<>(outcome, Stream.concat(done.stream(), events.stream()).toList());
    }
}
