package io.patchbay.dialect.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.request.InteractionOperations;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.model.AgentId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The contact of a story as {@code /me/interactions/{id}}, and what is told of it on the topic of interactions. */
public record OlderChat(ContactStory story) {

    /** As {@link ContactStory#request(AgentId, String)}. */
    public OlderChat request(AgentId agent, String body) {
        story.request(agent, ContactStory.json("{'operationName':" + body + "}"),
                operation -> InteractionOperations.on(operation, ContactStory.CONTACT.value()));
        return this;
    }

    /** What the request would come to. */
    public Plan plan(AgentId agent, String body) {
        return InteractionOperations.on(story.planned(agent, body), ContactStory.CONTACT.value());
    }

    public List<ObjectNode> data(AgentId agent) {
        return story.told(agent).stream().filter(one -> one.topic() == Notification.Topic.INTERACTIONS).map(Notification::data).toList();
    }

    /** What was told, each as {@code type(state)[participants]} or as {@code type(entries)}. */
    public List<String> tells(AgentId agent) {
        return data(agent).stream().map(OlderChat::brief).toList();
    }

    /** The operations that the agent is shown now. */
    public String capabilities(AgentId agent) {
        JsonNode last = data(agent).stream().filter(data -> data.has("interaction")).reduce((one, next) -> next).orElseThrow();
        return last.at("/interaction/capabilities").valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    private static String brief(ObjectNode told) {
        List<String> names = new ArrayList<>();
        told.at("/interaction/participants").forEach(one -> names.add(one.path("nickname").asText()));
        told.path("messages").forEach(one -> names.add(one.path("type").asText() + " " + one.at("/from/nickname").asText()));
        return told.path("notificationType").asText() + "(" + told.at("/interaction/state").asText() + ")" + names;
    }
}
