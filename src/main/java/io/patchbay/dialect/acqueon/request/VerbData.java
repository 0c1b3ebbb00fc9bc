package io.patchbay.dialect.acqueon.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Read;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a verb, read one by one. A missing or blank one is refused with Parameter Missing, a wrong one with Invalid Input. A
 * whole number is taken where a string is meant. Unknown members and null are passed over.
 *
 * @param folded the object, with folded names
 * @param noun   what needs the parameters, at the beginning of a sentence
 */
public record VerbData(ObjectNode folded, String noun) {
    private static final JsonType<String> TEXT = new JsonType<>("a string", node -> node.isTextual() || node.isIntegralNumber(),
            JsonNode::asText);

    VerbData of(String other) {
        return new VerbData(folded, other);
    }

    /** The same with one more member, or another value of it. */
    VerbData with(String name, JsonNode value) {
        return new VerbData(folded.deepCopy().set(FoldedNames.of(name), value), noun);
    }

    boolean has(String... spellings) {
        return find(spellings).isPresent();
    }

    /** Without the blanks around it. @param meaning follows "needs" in the refusal */
    String text(String meaning, String... spellings) {
        return textIfAny(spellings).orElseThrow(() -> missing(meaning, spellings[0]));
    }

    /** Empty if it is missing or blank. */
    Optional<String> textIfAny(String... spellings) {
        return raw(spellings).map(StrictJson::trimmed).filter(text -> !text.isEmpty());
    }

    /** The text as it is, also a blank one. Empty if it is missing. */
    Optional<String> raw(String... spellings) {
        return find(spellings).map(node -> value(spellings[0], TEXT.read(node)));
    }

    /** False if it is missing. */
    boolean flag(String name) {
        return find(name).map(node -> node.isTextual() && StrictJson.trimmed(node.textValue()).matches("(?i)true|false")
                ? Boolean.valueOf(StrictJson.trimmed(node.textValue())) : value(name, JsonType.FLAG.read(node))).orElse(false);
    }

    /** Empty if it is missing. */
    Optional<VerbData> object(String name) {
        return find(name).map(node -> new VerbData((ObjectNode) value(name, JsonType.OBJECT.read(node)), noun));
    }

    List<String> texts(String meaning, String name) {
        return value(name, JsonType.TEXTS.read(find(name).orElseThrow(() -> missing(meaning, name))));
    }

    /** The value that was read of this parameter. */
    <T> T value(String name, Read<T> read) {
        return read.or(expected -> AcqueonRefused.wrong(name, expected));
    }

    AcqueonRefused missing(String meaning, String name) {
        return new AcqueonRefused(ErrorType.PARAMETER_MISSING, name, noun + " needs " + meaning + " in " + name + ".");
    }

    /** The values may hold a password or digits. */
    @Override
    public String toString() {
        return "VerbData[" + noun + ", members=" + folded.size() + "]";
    }

    private Optional<JsonNode> find(String... spellings) {
        return Arrays.stream(spellings).map(FoldedNames::of).map(folded::path)
                .filter(node -> !node.isMissingNode() && !node.isNull()).findFirst();
    }
}
