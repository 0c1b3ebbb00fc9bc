package io.patchbay.dialect.genesys.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Suggestion;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Read;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of an operation, read member by member. A missing member is refused with 1, a wrong one with 2. A refusal names the member and
 * never its value. Unknown members and null are passed over.
 *
 * @param where the path of this object in the body, with a dot at its end; empty for the body itself
 */
public record GenesysBody(ObjectNode node, String where) {

    public GenesysBody(ObjectNode body) {
        this(body, "");
    }

    /** The name of the operation. */
    public String operation() {
        return text("operationName");
    }

    Optional<JsonNode> find(String... spellings) {
        return Arrays.stream(spellings).map(node::path).filter(found -> !found.isMissingNode() && !found.isNull()).findFirst();
    }

    boolean has(String... spellings) {
        return find(spellings).isPresent();
    }

    String text(String... spellings) {
        return member(JsonType.FILLED, spellings);
    }

    Optional<String> textIfAny(String... spellings) {
        return has(spellings) ? Optional.of(text(spellings)) : Optional.empty();
    }

    List<String> texts(String... spellings) {
        return member(JsonType.TEXTS, spellings);
    }

    GenesysBody object(String name) {
        return new GenesysBody((ObjectNode) member(JsonType.OBJECT, name), where + name + ".");
    }

    Optional<GenesysBody> objectIfAny(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    <T> T member(JsonType<T> type, String... spellings) {
        return value(spellings[0], type.read(find(spellings).orElseThrow(() -> missing(spellings[0]))));
    }

    /** The value that was read of this member. */
    <T> T value(String name, Read<T> read) {
        return read.or(expected -> new OperationRefused(GenesysStatus.INVALID,
                "The parameter " + where + name + " must be " + expected + "."));
    }

    OperationRefused missing(String name) {
        return new OperationRefused(GenesysStatus.PARAMETER_MISSING, "The parameter " + where + name + " is missing"
                + Suggestion.missing(name, node.properties().stream().map(Map.Entry::getKey).toList()) + ".");
    }
}
