package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One file of the matrix: who takes part, what they do, and what each is told by the dialect it speaks. */
record MatrixOperation(MatrixData data, String name, JsonNode yaml) {

    private static final int THREE = 3;
    private static final List<String> MEMBERS = List.of("cites", "story", "note", "hurried", "everyCombination", "roles", "begin", "steps");

    MatrixOperation {
        yaml.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException(name + ": an operation has no " + member + ":");
            }
        });
    }

    List<String> roles() {
        return texts(yaml.path("roles"));
    }

    /** Whether its gateway has to give up waiting agents and lost clients within seconds. */
    boolean isHurried() {
        return yaml.path("hurried").asBoolean();
    }

    /** With those of the situations it begins with, in order. */
    List<JsonNode> steps() {
        List<JsonNode> all = new ArrayList<>();
        parts().forEach(part -> (part.equals(name) ? yaml.path("steps") : data.situation(part)).forEach(step -> {
            if (!step.has("begin")) {
                all.add(step);
            }
        }));
        return all;
    }

    /** The names of the situations it begins with and its own, in the order in which they come to pass. */
    List<String> parts() {
        List<String> all = new ArrayList<>();
        yaml.path("begin").forEach(situation -> all.addAll(data.parts(situation.asText())));
        all.add(name);
        yaml.path("steps").forEach(step -> {
            if (step.has("begin")) {
                all.addAll(data.parts(step.get("begin").asText()));
            }
        });
        return all;
    }

    /**
     * Who speaks which dialect. Three roles speak the same one, or three different ones in every order, so that any two meet in every
     * combination; with {@code everyCombination} there are all combinations.
     */
    List<MatrixCell> cells() {
        List<Map<String, MatrixDialect>> all = List.of(Map.of());
        for (String role : roles()) {
            all = all.stream().flatMap(some -> MatrixDialect.ALL.stream().map(dialect -> {
                Map<String, MatrixDialect> more = new LinkedHashMap<>(some);
                more.put(role, dialect);
                return more;
            })).toList();
        }
        return all.stream().filter(this::isChosen).map(dialects -> new MatrixCell(this, dialects)).toList();
    }

    private boolean isChosen(Map<String, MatrixDialect> dialects) {
        int different = Set.copyOf(dialects.values()).size();
        return dialects.size() < THREE || yaml.path("everyCombination").asBoolean() || different == 1 || different == THREE;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
