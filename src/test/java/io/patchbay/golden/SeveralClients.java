package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes transcripts of {@code several-clients.yaml} for clients of the agent ana that sign in one after the other. */
final class SeveralClients {
    private static final String AGENT = "ana";
    private static final String REQUEST = "r";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Library library;
    private final JsonNode conversation = Library.read(Path.of("src/test/resources/golden/several-clients.yaml"));

    SeveralClients(Library library) {
        this.library = library;
    }

    /** @param clients names of dialects, a second client of one with a number, in the order of their sign-ins. They ask in turn. */
    Transcript transcript(List<String> clients) {
        ObjectNode yaml = NODES.objectNode().put("story", "An agent signs in by " + clients + ", and each asks in turn.");
        yaml.putArray("cites").add("CHOREOGRAPHY A7").add("CHOREOGRAPHY A15");
        ArrayNode setup = yaml.putArray("setup");
        clients.forEach(client -> setup.addObject().put(name(client), signIn(client, client.equals(clients.get(0)))));
        ArrayNode steps = yaml.putArray("steps");
        String channel = clients.get(0).equals("harmony") ? "$S.$G.$C" : "$S.$C";
        int turn = 0;
        for (JsonNode each : conversation) {
            JsonNode step = Template.fill(each, Map.of("ch", TextNode.valueOf(channel)));
            String actor = step.has("ask") ? clients.get(turn++ % clients.size()) : "";
            add(steps, step, actor, clients);
        }
        return new TranscriptLoader(library, String.join("-", clients)).load(yaml);
    }

    private static String signIn(String client, boolean first) {
        return switch (dialect(client)) {
            case "harmony" -> first ? "active" : "harmony-finds-channel";
            case "genesys" -> first ? "genesys-active" : "genesys-joins";
            default -> "acqueon-active";
        };
    }

    private static void add(ArrayNode steps, JsonNode step, String actor, List<String> clients) {
        if (actor.isEmpty()) {
            steps.addObject().set("platform", step.get("platform"));
        } else {
            ObjectNode request = of(actor).setAll((ObjectNode) step.at("/ask/" + dialect(actor)).deepCopy());
            if (dialect(actor).equals("acqueon")) {
                ((ObjectNode) request.get("send")).put("requestId", REQUEST);
            }
            steps.add(request);
        }
        for (String client : clients) {
            ObjectNode told = of(client);
            told.set("expect", told(step, client, client.equals(actor)));
            JsonNode closes = step.at("/closes/" + dialect(client));
            if (!closes.isMissingNode() && !client.equals(actor)) {
                told.putObject("close").set("code", closes);
            }
            steps.add(told);
        }
    }

    private static JsonNode told(JsonNode step, String client, boolean actor) {
        JsonNode own = step.at("/actor/" + dialect(client));
        if (actor && !own.isMissingNode()) {
            return own;
        }
        ArrayNode frames = NODES.arrayNode();
        if (actor && dialect(client).equals("harmony")) {
            frames.addObject().put("reply", "success");
        }
        step.at("/told/" + dialect(client)).forEach(frame -> frames.add(frame.deepCopy()));
        if (actor && dialect(client).equals("acqueon")) {
            ((ObjectNode) frames.get(0)).put("rid", REQUEST);
        }
        return frames;
    }

    private static ObjectNode of(String client) {
        String key = dialect(client).equals("harmony") ? "client" : dialect(client);
        return NODES.objectNode().put(key, name(client));
    }

    private static String dialect(String client) {
        return client.replaceAll("\\d+$", "");
    }

    private static String name(String client) {
        return AGENT + client.substring(dialect(client).length());
    }
}
