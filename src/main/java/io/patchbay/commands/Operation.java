package io.patchbay.commands;

import io.patchbay.model.Body;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One operation of an agent.
 *
 * @param name as in DESIGN 3
 * @param makes the canonical command
 * @param decoder makes the command, or refuses
 */
record Operation(String name, Class<? extends Body> makes, List<Parameter> target, List<Parameter> arguments, Function<CheckedCommand,
        Body> decoder) {

    /** An operation without target and arguments. */
    static <B extends Body> Operation of(String name, Class<B> makes, Function<CheckedCommand, B> decoder) {
        return new Operation(name, makes, List.of(), List.of(), decoder::apply);
    }

    Operation at(Parameter... members) {
        return new Operation(name, makes, joined(target, members), arguments, decoder);
    }

    Operation with(Parameter... members) {
        return new Operation(name, makes, target, joined(arguments, members), decoder);
    }

    /** A supervisor may use it for an agent of a team. */
    Operation onBehalf() {
        return at(Parameter.ON_BEHALF_OF);
    }

    private static List<Parameter> joined(List<Parameter> before, Parameter... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }
}
