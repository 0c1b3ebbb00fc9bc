package io.patchbay.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.model.Suggestion;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Read;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The target or the arguments of a command: the members its operation has, each of its type, and no others. */
record Parameters(String where, JsonNode node) {

    /** @param node missing is the same as empty; @throws CommandRefusal naming what is missing, wrong or too much */
    static Parameters of(String where, JsonNode node, List<Parameter> known) {
        if (!node.isObject() && !node.isMissingNode()) {
            throw CommandRefusal.with(Code.INVALID_DATA, "The member " + where + " must be an object.");
        }
        Parameters members = new Parameters(where, node.isMissingNode() ? JsonNodeFactory.instance.objectNode() : node);
        members.refuseUnknown(known.stream().map(Parameter::name).toList());
        for (Parameter member : known) {
            JsonNode value = members.node.path(member.name());
            if (member.required() || !value.isMissingNode()) {
                member.type().read(value).or(expected -> members.wrong(member, expected));
            }
        }
        return members;
    }

    private void refuseUnknown(List<String> known) {
        node.properties().stream().map(Map.Entry::getKey).filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw CommandRefusal.with(Code.INVALID_DATA, "The member " + where + " of this operation "
                    + (known.isEmpty() ? "must be empty." : "allows only the members " + String.join(", ", known)
                            + Suggestion.text(name, known) + "."));
        });
    }

    boolean has(Parameter member) {
        return node.has(member.name());
    }

    String text(Parameter member) {
        return value(member, JsonType.TEXT);
    }

    Optional<String> textIfAny(Parameter member) {
        return has(member) ? Optional.of(text(member)) : Optional.empty();
    }

    boolean flag(Parameter member) {
        return has(member) && value(member, JsonType.FLAG);
    }

    List<String> texts(Parameter member) {
        return has(member) ? value(member, JsonType.TEXTS) : List.of();
    }

    Map<String, String> pairs(Parameter member) {
        return has(member) ? value(member, JsonType.PAIRS) : Map.of();
    }

    private <T> T value(Parameter member, JsonType<T> type) {
        return type.read(node.path(member.name())).or(expected -> wrong(member, expected));
    }

    /** What the text stands for. */
    <T> T read(Parameter member, Function<String, Read<T>> reading) {
        return reading.apply(text(member)).or(expected -> wrong(member, expected));
    }

    /** What the text stands for. @param make refuses by throwing IllegalArgumentException */
    <T> T value(Parameter member, Function<String, T> make, String expected) {
        try {
            return make.apply(text(member));
        } catch (IllegalArgumentException e) {
            throw wrong(member, expected);
        }
    }

    /** The constant that the text names in lower case. */
    <E extends Enum<E>> E word(Parameter member, Class<E> words) {
        List<String> known = Arrays.stream(words.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        int at = known.indexOf(text(member));
        if (at < 0) {
            throw wrong(member, "one of " + String.join(", ", known));
        }
        return words.getEnumConstants()[at];
    }

    /** Never tells the value, which may be a secret. */
    CommandRefusal wrong(Parameter member, String expected) {
        return CommandRefusal.with(Code.INVALID_DATA, "The member " + where + "." + member.name() + " must be " + expected + ".");
    }
}
