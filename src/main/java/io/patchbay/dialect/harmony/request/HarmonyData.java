package io.patchbay.dialect.harmony.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.Suggestion;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The data of a request, or an object in it, read member by member; a wrong type is INVALID_DATA naming the member, never its value. */
public record HarmonyData(JsonNode node, String where) {

    /** Any of the spellings; the first that is there counts. Empty also for null. */
    private Optional<JsonNode> find(String... spellings) {
        for (String name : spellings) {
            JsonNode found = node.path(name);
            if (!found.isMissingNode() && !found.isNull()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    boolean has(String... spellings) {
        return find(spellings).isPresent();
    }

    public HarmonyData object(String... spellings) {
        return new HarmonyData(member(JsonType.OBJECT, spellings), where + "." + spellings[0]);
    }

    /** An object without members when there is none. */
    public HarmonyData objectOrEmpty(String... spellings) {
        return has(spellings) ? object(spellings) : new HarmonyData(JsonNodeFactory.instance.objectNode(), where + "." + spellings[0]);
    }

    List<HarmonyData> objects(String... spellings) {
        List<HarmonyData> all = new ArrayList<>();
        if (has(spellings)) {
            member(JsonType.ARRAY, spellings)
                    .forEach(each -> all.add(new HarmonyData(each, where + "." + spellings[0] + "[" + all.size() + "]").checked()));
        }
        return all;
    }

    private HarmonyData checked() {
        if (!node.isObject()) {
            throw RequestRefused.with(HarmonyCode.INVALID_DATA, "The member " + where + " must be an object.");
        }
        return this;
    }

    public String text(String... spellings) {
        return member(JsonType.TEXT, spellings);
    }

    /** Not blank. */
    String filled(String name) {
        return member(JsonType.FILLED, name);
    }

    /** The value of the text of that member. */
    <T> T read(String name, Function<String, Read<T>> reading) {
        return reading.apply(text(name)).or(expected -> wrong(name, expected));
    }

    public Optional<String> textIfAny(String... spellings) {
        return has(spellings) ? Optional.of(text(spellings)) : Optional.empty();
    }

    /** A code: a string or a whole number. */
    Optional<String> codeIfAny(String... spellings) {
        return has(spellings) ? Optional.of(member(JsonType.CODE, spellings)) : Optional.empty();
    }

    public boolean flag(String name) {
        return has(name) && member(JsonType.FLAG, name);
    }

    private <T> T member(JsonType<T> type, String... spellings) {
        return type.read(find(spellings).orElseGet(MissingNode::getInstance)).or(expected -> wrong(spellings, expected));
    }

    /** Texts in a list, or in one string separated by commas; blanks around them do not count. Empty when there are none. */
    List<String> texts(String name) {
        Optional<JsonNode> found = find(name);
        List<String> all = new ArrayList<>();
        if (found.filter(JsonNode::isArray).isPresent()) {
            for (JsonNode each : found.get()) {
                if (!each.isTextual()) {
                    throw wrong(name, "a list of strings");
                }
                all.add(each.textValue().strip());
            }
        } else if (found.isPresent()) {
            for (String each : text(name).split(",")) {
                all.add(each.strip());
            }
        }
        all.removeIf(String::isEmpty);
        return all;
    }

    public RequestRefused wrong(String name, String needed) {
        return wrong(new String[] {name}, needed);
    }

    private RequestRefused wrong(String[] spellings, String needed) {
        String hint = has(spellings) ? ""
                : Suggestion.missing(spellings[0], node.properties().stream().map(Map.Entry::getKey).toList());
        return RequestRefused.with(HarmonyCode.INVALID_DATA,
                "The member " + where + "." + spellings[0] + " must be " + needed + hint + ".");
    }
}
