package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the matrix needs to know of a dialect. Another dialect is one more of these, its requests in {@code requests.yaml}, and what its
 * agents are told in the file of each operation.
 *
 * @param name      as in the data
 * @param step      the member of a golden step that names a client of the dialect
 * @param active    the prelude that signs an agent in, not ready
 * @param confirmed what a client is told first on the connection on which it asked, if its request is carried out
 */
record MatrixDialect(String name, String step, String active, List<String> confirmed) {

    static final List<MatrixDialect> ALL = List.of(
        new MatrixDialect("harmony", "client", "active", List.of("success")),
        new MatrixDialect("genesys", "genesys", "genesys-active", List.of()),
        new MatrixDialect("acqueon", "acqueon", "acqueon-active", List.of()),
        new MatrixDialect("finesse", "finesse", "finesse-active", List.of()));

    MatrixDialect {
        confirmed = List.copyOf(confirmed);
    }

    /** A golden step of this agent with these members. */
    ObjectNode step(String agent, JsonNode members) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put(step, agent);
        return all.setAll((ObjectNode) members.deepCopy());
    }

    /** What the agent that asked is told, its confirmation first unless the data say another one. */
    ArrayNode toldWhoAsked(JsonNode told) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (!told.path(0).has("reply")) {
            confirmed.forEach(word -> all.addObject().put("reply", word));
        }
        told.forEach(all::add);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
