package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Connection;
import io.patchbay.model.Directory;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Invitation;
import io.patchbay.model.Medium;
import io.patchbay.model.Messaging;
import io.patchbay.model.Participant;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The objects in event data, as in the table of BINDINGS, Harmony. An empty value is null, an unknown value is omitted. */
record HarmonyObjects(Directory directory, AgentId me) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static ObjectNode group(Agent.Group group) {
        ObjectNode data = NODES.objectNode();
        data.putObject("channelgroup").put("id", group.id().value()).put("name", group.name());
        return data;
    }

    static ObjectNode channel(Channel channel) {
        ObjectNode data = NODES.objectNode();
        String type = type(channel.medium());
        data.putObject("channel").put("id", channel.id().value()).put("name", type + " " + channel.endpoint()).put("type", type)
                .put("endpoint", channel.endpoint());
        return data;
    }

    static ObjectNode channelInfo(Channel channel) {
        ObjectNode data = channel(channel);
        Presence presence = channel.presence();
        ObjectNode info = (ObjectNode) data.get("channel");
        info.put("state", channel.isActive() ? "ACTIVE" : "INACTIVE");
        info.put("agentstate", state(presence));
        info.put("pendingstate", channel.pending().map(HarmonyObjects::state).orElse(null));
        Optional<Presence.NotReadyReason> reason = channel.isActive() ? presence.reason() : Optional.empty();
        info.put("reasoncode", reason.map(Presence.NotReadyReason::code).orElse(null));
        info.put("reasondesc", reason.map(Presence.NotReadyReason::description).orElse(null));
        info.put("queue", channel.isActive() ? channel.queues().stream().map(QueueName::value).collect(Collectors.joining(",")) : null);
        return data;
    }

    ObjectNode created(InteractionId id, Interaction interaction) {
        ObjectNode data = NODES.objectNode();
        interaction(data, id, interaction).put("direction", interaction.direction().name()).put("state", state(interaction))
                .put("queue", queue(interaction));
        return data;
    }

    ObjectNode details(InteractionId id, Interaction interaction) {
        ObjectNode data = NODES.objectNode();
        ObjectNode attached = interaction(data, id, interaction).put("state", state(interaction)).putObject("data");
        interaction.data().forEach(attached::put);
        return data;
    }

    ObjectNode preview(InteractionId id, Interaction interaction) {
        ObjectNode data = details(id, interaction);
        Optional<Call> call = interaction.callsOf(me).stream().findFirst();
        Messaging contact = interaction.messaging();
        ((ObjectNode) data.get("interaction"))
                .put("from", call.map(c -> c.from().value()).or(() -> contact.customer().map(HarmonyObjects::from)).orElse(null))
                .put("to", call.map(Call::to).or(contact::to).map(Address::value).orElse(null)).put("queue", queue(interaction))
                .put("consultedBy", call.flatMap(HarmonyObjects::consultedBy).or(() -> askedBy(contact)).orElse(null));
        return data;
    }

    ObjectNode conversation(Call call) {
        ObjectNode data = NODES.objectNode();
        Optional<Connection> leg = call.of(me);
        data.putObject("conversation").put("id", call.id().value()).put("role", role(call))
                .put("state", leg.map(own -> state(call, own)).orElse(null));
        return data;
    }

    ObjectNode member(Call call, Connection leg) {
        ObjectNode data = NODES.objectNode();
        ObjectNode member = data.putObject("member").put("id", leg.id().value()).put("address", leg.address().value());
        name(leg).ifPresent(name -> member.put("name", name));
        member.put("role", lower(leg.role().name())).put("state", state(call, leg));
        return data;
    }

    static ObjectNode failure(HarmonyCode code, String message) {
        ObjectNode data = NODES.objectNode();
        data.putObject("failure").put("code", code.name()).put("message", message).put("context", "");
        return data;
    }

    static ObjectNode dispositions(CodeLists codes) {
        ObjectNode data = NODES.objectNode();
        ArrayNode all = data.putArray("dispositions");
        codes.dispositions().forEach(entry -> all.addObject().put("id", entry.code()).put("name", entry.label()));
        return data;
    }

    static ObjectNode cause(Cause cause) {
        return NODES.objectNode().put("cause", cause.word());
    }

    private static ObjectNode interaction(ObjectNode data, InteractionId id, Interaction interaction) {
        return data.putObject("interaction").put("id", id.value()).put("type", type(interaction.medium()));
    }

    private Optional<String> name(Connection leg) {
        return leg.agent().isPresent()
                ? leg.agent().flatMap(directory::agent).map(AgentEntry::displayName)
                : Optional.of(leg).filter(l -> l.role() == Connection.Role.QUEUE)
                        .flatMap(l -> directory.queue(l.address().value())).map(QueueEntry::displayName);
    }

    /** The state of the interaction for this agent. */
    private String state(Interaction interaction) {
        return interaction.member(me).map(member -> switch (member.phase()) {
            case OFFERED -> "ALERTING";
            case ENDED -> "ENDED";
            case ACTIVE -> interaction.callsOf(me).stream().anyMatch(c -> c.of(me).filter(c::isDialling).isPresent())
                    && interaction.callsOf(me).size() == 1 ? "DIALING" : "STARTED";
        }).orElse("ENDED");
    }

    /** An unreachable party is first shown as called, like others. The next event shows its failure (CHOREOGRAPHY B2). */
    private static String state(Call call, Connection leg) {
        return switch (leg.state()) {
            case INITIATED -> call.isDialling(leg) ? "DIALING" : "ALERTING";
            case ALERTING, FAILED -> "ALERTING";
            case QUEUED -> "QUEUED";
            case CONNECTED -> "TALKING";
            case HELD -> "HELD";
        };
    }

    static String state(Presence presence) {
        ChannelState state = presence.state();
        return switch (state) {
            case INACTIVE -> null;
            case NOT_READY -> "NOTREADY";
            case READY -> "READY";
            case RESERVED -> "RESERVED";
            case BUSY -> "BUSY";
            case AFTER_CALL_WORK -> "ACW";
        };
    }

    /** A supervisor's own call is no consult. */
    private static String role(Call call) {
        return call.purpose() == Call.Purpose.CONSULT ? "consult" : "primary";
    }

    private static Optional<String> consultedBy(Call call) {
        return Optional.of(call).filter(c -> c.purpose() == Call.Purpose.CONSULT)
                .flatMap(c -> c.at(c.from())).flatMap(Connection::agent).map(AgentId::value);
    }

    /** A consulted or invited agent gets the name of the inviting agent (CHOREOGRAPHY B6). */
    private Optional<String> askedBy(Messaging contact) {
        return contact.invitationOf(me).filter(asked -> asked.isBeside() && asked.of().isEmpty()).flatMap(Invitation::by)
                .map(AgentId::value);
    }

    private static String from(Participant customer) {
        return customer.address().map(Address::value).orElse(customer.nickname());
    }

    private static String queue(Interaction interaction) {
        return interaction.queue().map(q -> q.queue().value()).orElse(null);
    }

    static String type(Medium medium) {
        return switch (medium) {
            case VOICE -> "Telephony";
            case CHAT -> "Chat";
            case SMS -> "Sms";
            case EMAIL -> "Email";
            case CALLBACK -> "Callback";
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
