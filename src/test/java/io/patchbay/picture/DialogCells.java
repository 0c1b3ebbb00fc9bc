package io.patchbay.picture;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an agent's client of dialogs should know of what the cells hold: written from CHOREOGRAPHY E and acqueon.md 2.2 and 2.5. */
final class DialogCells {
    /** For each state what Finesse lists, and the capability that the rules must have for it. */
    private static final Map<String, Map<String, String>> ACTIONS = Map.of(
            "INITIATED", Map.of("DROP", "conversation.release", "UPDATE_CALL_DATA", "interaction.setinteractiondata"),
            "ALERTING", Map.of("ANSWER", "conversation.answer"),
            "ACTIVE", Map.of("HOLD", "conversation.hold", "DROP", "conversation.release", "UPDATE_CALL_DATA",
                    "interaction.setinteractiondata", "CONSULT_CALL", "interaction.consult", "SEND_DTMF", "conversation.senddtmf",
                    "TRANSFER_SST", "conversation.blindtransfer"),
            "HELD", Map.of("RETRIEVE", "conversation.retrieve", "DROP", "conversation.release", "UPDATE_CALL_DATA",
                    "interaction.setinteractiondata", "TRANSFER", "interaction.consulttransfer", "CONFERENCE",
                    "interaction.consultconference"));

    private final Map<Subject, Seen> cells;
    private final AgentId me;
    private final Agent agent;

    DialogCells(Map<Subject, Seen> cells, AgentId me) {
        this.cells = cells;
        this.me = me;
        this.agent = (Agent) cells.get(Subject.of(me)).state();
    }

    /** By the id of the call. */
    SortedMap<String, DialogView> dialogs() {
        SortedMap<String, DialogView> all = new TreeMap<>();
        cells.values().forEach(seen -> {
            if (seen.state() instanceof Interaction interaction) {
                interaction.callsOf(me).forEach(call -> state(call, Enabled.leg(call, me))
                        .ifPresent(state -> all.put(call.id().value(), view(interaction, call, state))));
            }
        });
        return all;
    }

    /** State, pending state and reason. */
    String state() {
        Channel voice = agent.channels().stream().filter(channel -> channel.medium() == Medium.VOICE).findFirst().orElseThrow();
        List<Connection> legs = cells.values().stream().flatMap(seen -> seen.state() instanceof Interaction interaction
                ? interaction.callsOf(me).stream().map(call -> Enabled.leg(call, me)) : Stream.empty()).toList();
        boolean held = !legs.isEmpty() && legs.stream().allMatch(leg -> leg.is(Connection.State.HELD));
        String word = voice.presence().is(ChannelState.BUSY) && held ? "HOLD" : word(voice.presence());
        return word + " " + voice.pending().map(DialogCells::word).orElse("-") + " "
                + voice.presence().reason().map(Presence.NotReadyReason::code).orElse("-");
    }

    /** How many dialogs may wait for their wrap-up. */
    long wrapUps() {
        return agent.work().stream().filter(work -> !work.isLive() && work.wrapUp()).filter(work -> agent.channel(work.channel())
                .filter(channel -> channel.presence().is(ChannelState.AFTER_CALL_WORK)
                        || channel.resume().is(ChannelState.AFTER_CALL_WORK)).isPresent()).count();
    }

    private DialogView view(Interaction interaction, Call call, String state) {
        Connection own = Enabled.leg(call, me);
        SortedSet<String> parties = new TreeSet<>();
        call.connections().stream().filter(leg -> !leg.equals(own)).forEach(leg -> state(call, leg)
                .ifPresent(other -> parties.add(leg.address() + " " + other)));
        Member member = interaction.member(me).orElseThrow();
        Set<String> enabled = new TreeSet<>(Enabled.onInteraction(interaction, member));
        enabled.addAll(Enabled.onConversation(interaction, call, me));
        SortedSet<String> actions = new TreeSet<>();
        ACTIONS.get(state).forEach((action, capability) -> {
            if (enabled.contains(capability)) {
                actions.add(action);
            }
        });
        return new DialogView(state, parties, actions, enabled.contains("interaction.alternate"), facts(interaction, call));
    }

    private Map<String, String> facts(Interaction interaction, Call call) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("from", call.from().value());
        facts.put("to", call.to().value());
        facts.put("data", new TreeMap<>(interaction.data()).toString());
        facts.put("queue", (call.purpose() == Call.Purpose.CONSULT ? interaction.asking() : interaction.queue())
                .map(queue -> queue.queue() + " " + queue.number()).orElse(" "));
        facts.put("wrapUpReason", interaction.dispositions().stream().filter(each -> each.by().equals(me)).findFirst()
                .map(Interaction.Disposition::disposition).orElse(""));
        return facts;
    }

    /** Empty for a queue, for a number that is none, and for a telephone that does not ring yet. */
    private static Optional<String> state(Call call, Connection leg) {
        return Optional.ofNullable(switch (leg.state()) {
            case INITIATED -> call.isDialling(leg) ? "INITIATED" : null;
            case ALERTING -> leg.farEnd().filter(end -> end.kind() == FarEnd.Kind.INVALID).isPresent() ? null : "ALERTING";
            case CONNECTED -> "ACTIVE";
            case HELD -> "HELD";
            case QUEUED, FAILED -> null;
        });
    }

    private static String word(Presence presence) {
        return switch (presence.state()) {
            case READY -> "READY";
            case INACTIVE, NOT_READY -> "NOT_READY";
            case RESERVED -> "RESERVED";
            case BUSY -> "TALKING";
            case AFTER_CALL_WORK -> "WORK";
        };
    }
}
