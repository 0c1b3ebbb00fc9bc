package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.ContactEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data of the address-book requests (harmony.md 2.1): three books, of the agents with how they are, of the queues as skills with how
 * many would take a call, and of the directory's contacts outside. How long one would wait is not known and left out.
 *
 * @param states of all who work; a missing one is taken as signed out
 */
public record AddressBook(Directory directory, Map<AgentId, Agent> states) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The agents in the address book. */
    public static List<AgentEntry> agents(Directory directory) {
        return directory.users().stream().filter(user -> switch (user.role()) {
            case AGENT, SUPERVISOR -> true;
            case PLATFORM, OBSERVER -> false;
        }).toList();
    }

    public ObjectNode data() {
        ObjectNode data = NODES.objectNode();
        ArrayNode books = data.putArray("addressbooks");
        ArrayNode agents = book(books, "Agents");
        agents(directory).forEach(agent -> agents.add(agent(agent)));
        ArrayNode queues = book(books, "Queues");
        directory.queues().forEach(queue -> queues.add(skill(queue)));
        contacts(books.addObject().put("name", "Contacts"));
        return data;
    }

    private static ArrayNode book(ArrayNode books, String name) {
        ObjectNode book = books.addObject().put("name", name);
        book.putArray("groups");
        return book.putArray("entries");
    }

    private void contacts(ObjectNode book) {
        ArrayNode groups = book.putArray("groups");
        ArrayNode entries = book.putArray("entries");
        Map<String, ArrayNode> named = new LinkedHashMap<>(Map.of("", entries));
        for (ContactEntry contact : directory.addressBook()) {
            named.computeIfAbsent(contact.group(), name -> book(groups, name)).add(external(contact));
        }
    }

    private ObjectNode agent(AgentEntry agent) {
        ObjectNode entry = entry(agent.displayName(), "agent");
        agent.extensions().forEach(extension -> destination(entry, "Extension", extension.value()));
        entry.putObject("properties").put("state", state(states.getOrDefault(agent.id(), Agent.SIGNED_OUT)));
        return entry;
    }

    private ObjectNode skill(QueueEntry queue) {
        ObjectNode entry = entry(queue.displayName(), "skill");
        destination(entry, "Queue", queue.number().value());
        List<AgentEntry> serving = agents(directory).stream().filter(agent -> agent.queues().contains(queue.name())).toList();
        long available = serving.stream().filter(agent -> takesCalls(agent, queue.name())).count();
        entry.putObject("properties").put("mediaType", HarmonyObjects.type(Medium.VOICE)).put("numAvailable", available)
                .put("numUnavailable", serving.size() - available);
        return entry;
    }

    private static ObjectNode external(ContactEntry contact) {
        ObjectNode entry = entry(contact.name(), "external");
        destination(entry, "Phone", contact.number().value());
        entry.putObject("properties");
        return entry;
    }

    private static ObjectNode entry(String name, String type) {
        ObjectNode entry = NODES.objectNode().put("name", name).put("type", type);
        entry.putArray("destinations");
        return entry;
    }

    private static void destination(ObjectNode entry, String label, String value) {
        entry.withArray("destinations").addObject().put("label", label).put("value", value);
    }

    private boolean takesCalls(AgentEntry agent, QueueName queue) {
        return states.getOrDefault(agent.id(), Agent.SIGNED_OUT).channels().stream()
                .anyMatch(c -> c.medium() == Medium.VOICE && c.presence().is(ChannelState.READY) && c.queues().contains(queue));
    }

    /** That of the telephone where there is one. */
    private static String state(Agent agent) {
        if (!agent.isSignedIn()) {
            return "LOGGEDOUT";
        }
        Optional<Channel> voice = agent.channels().stream().filter(c -> c.medium() == Medium.VOICE && c.isActive()).findFirst();
        return voice.or(() -> agent.channels().stream().filter(Channel::isActive).findFirst())
                .map(channel -> HarmonyObjects.state(channel.presence())).orElse("INACTIVE");
    }
}
