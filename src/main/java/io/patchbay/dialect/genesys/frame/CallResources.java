package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.CallCapabilities;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.UserData;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of an agent (genesys.md 7.1). */
public record CallResources(AgentId me, GenesysUris uris) {
    private static final int CONNECTION_DIGITS = 16;

    /** All calls of the agent, in the order they began. @param at the time of the resource, for its duration */
    public List<ObjectNode> all(Replicas now, Instant at) {
        return now.interactions().values().stream().flatMap(interaction -> shown(interaction).map(call -> of(interaction, call, at)))
                .toList();
    }

    /** Empty if the agent has no leg in such a call. @param id any text */
    public Optional<ObjectNode> one(Replicas now, String id, Instant at) {
        return now.interactions().values().stream().flatMap(interaction -> shown(interaction)
                .filter(call -> call.id().value().equals(id)).map(call -> of(interaction, call, at))).findFirst();
    }

    /** The calls that the agent has in an interaction. */
    Stream<Call> shown(Interaction interaction) {
        return interaction.callsOf(me).stream();
    }

    /** A call that the agent has. */
    ObjectNode of(Interaction interaction, Call call, Instant at) {
        return of(interaction, call, state(call), at);
    }

    /** A call that the agent had: its last content, released, without operations. */
    ObjectNode released(Interaction before, Call call, Instant at) {
        ObjectNode resource = of(before, call, "Released", at);
        resource.putArray("capabilities");
        return resource;
    }

    String state(Call call) {
        Connection leg = call.of(me).orElseThrow();
        return call.isDialling(leg) ? "Dialing" : switch (leg.state()) {
            case INITIATED, QUEUED, ALERTING, FAILED -> "Ringing";
            case CONNECTED -> "Established";
            case HELD -> "Held";
        };
    }

    /** The other parties. While the agent dials it is what was dialled, or where that forwarded the call. */
    List<Address> participants(Call call) {
        return call.of(me).filter(call::isDialling).isPresent() ? List.of(dialled(call))
                : call.connections().stream().filter(other -> !other.isOf(me) && other.role() != Connection.Role.QUEUE)
                        .map(Connection::address).toList();
    }

    private Address dialled(Call call) {
        return call.connections().stream().filter(leg -> !leg.isOf(me) && leg.called().equals(call.to())).findFirst()
                .map(Connection::address).orElse(call.to());
    }

    private ObjectNode of(Interaction interaction, Call call, String state, Instant at) {
        Connection leg = call.of(me).orElseThrow();
        String id = call.id().value();
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("id", id).put("state", state).put("callUuid", id)
                .put("connId", id.substring(0, Math.min(id.length(), CONNECTION_DIGITS)).toLowerCase(Locale.ROOT))
                .put("deviceUri", uris.of("/devices/" + GenesysIds.device(leg.address())));
        ArrayNode participants = resource.putArray("participants");
        participants(call).forEach(address -> participants.add(party(address)));
        resource.put("dnis", call.to().value()).put("ani", call.from().value()).put("callType", type(interaction, call));
        parent(interaction, call).ifPresent(parent -> resource.put("parentCallUri", uris.of("/me/calls/" + parent.id().value()))
                .put("parentCallPath", "/calls/" + parent.id().value()));
        ArrayNode capabilities = resource.putArray("capabilities");
        CallCapabilities.of(interaction, me, call.id()).forEach(operation -> capabilities.add(operation.text()));
        resource.set("userData", UserData.write(interaction.data()));
        resource.put("duration", String.valueOf(seconds(leg.startedAt().or(call::startedAt), at)))
                .put("mute", leg.muted() ? "On" : "Off").put("recordingState", recording(interaction))
                .put("supervisorListeningIn", isHeard(interaction, call)).put("monitoredUserMuted", false)
                .put("monitoring", call.purpose() == Call.Purpose.MONITOR)
                .put("uri", uris.of("/me/calls/" + id)).put("path", "/calls/" + id);
        resource.putArray("case");
        return resource;
    }

    static ObjectNode party(Address address) {
        return JsonNodeFactory.instance.objectNode().put("e164Number", address.value().startsWith("+") ? address.value() : "")
                .put("formattedPhoneNumber", address.value()).put("phoneNumber", address.value()).put("digits", address.value());
    }

    private static String type(Interaction interaction, Call call) {
        return call.purpose() == Call.Purpose.CONSULT ? "Consult" : switch (interaction.direction()) {
            case INBOUND -> "Inbound";
            case OUTBOUND -> "Outbound";
            case INTERNAL -> "Internal";
        };
    }

    /** Of a consultation: the call that the agent holds for it. A party that is consulted has none. */
    private Optional<Call> parent(Interaction interaction, Call call) {
        return call.purpose() != Call.Purpose.CONSULT ? Optional.empty()
                : shown(interaction).filter(other -> other.purpose() == Call.Purpose.PRIMARY).findFirst();
    }

    private static String recording(Interaction interaction) {
        return switch (interaction.recording()) {
            case STOPPED -> "Stopped";
            case RUNNING -> "Recording";
            case PAUSED -> "Paused";
        };
    }

    private boolean isHeard(Interaction interaction, Call call) {
        return interaction.calls().stream().flatMap(each -> each.monitoring().stream())
                .anyMatch(monitoring -> monitoring.call().equals(call.id()) && monitoring.isShownTo(me));
    }

    private static long seconds(Optional<Instant> from, Instant to) {
        return from.map(start -> Math.max(0, Duration.between(start, to).toSeconds())).orElse(0L);
    }
}
