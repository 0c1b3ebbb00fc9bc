package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.words.HarmonyTargets;
import io.patchbay.door.Delivery;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallEvent;
import io.patchbay.model.ChannelId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Directory;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.RecordingEvent;
import io.patchbay.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of one canonical event for one agent, in the order of CHOREOGRAPHY B: a pure function of the event and of the replicas
 * around it, for whoever acted and for all others alike. None where the event is nothing to this agent.
 */
public record HarmonyFrames(AgentId me, SessionId session, Directory directory) {

    public List<HarmonyFrame> of(Delivery step) {
        Event event = step.recorded().event();
        if (event instanceof AgentEvent own) {
            return own.match(frames(step.before().agent(), step.after().agent()));
        }
        return event instanceof InteractionEvent other ? of(step, other) : List.of();
    }

    private List<HarmonyFrame> of(Delivery step, InteractionEvent event) {
        InteractionId id = step.subject().interaction();
        Interaction before = step.before().interaction(id).orElse(Interaction.NEW);
        Interaction after = step.after().interaction(id).orElse(before);
        Optional<ChannelId> channel = after.member(me).or(() -> before.member(me)).map(Member::channel);
        if (channel.isEmpty()) {
            return List.of();
        }
        HarmonyTargets targets = targets(step, channel.get());
        InteractionBlocks blocks = new InteractionBlocks(me, frames(targets, id, channel.get()), before, after);
        List<HarmonyFrame> all = new ArrayList<>(of(event, blocks));
        if (!isPart(event)) {
            all.addAll(blocks.besides());
        }
        return all;
    }

    /** Whether the event is shown together with the next one (harmony.md 2.4, consult and alternate). */
    private static boolean isPart(InteractionEvent event) {
        return event instanceof CallEvent.Held held && held.within() != CallEvent.Within.ITSELF;
    }

    private List<HarmonyFrame> of(InteractionEvent event, InteractionBlocks blocks) {
        return event.family(new InteractionEvent.Families<>() {
            @Override
            public List<HarmonyFrame> contact(ContactEvent e) {
                return e.match(new ContactFrames(me, blocks));
            }

            @Override
            public List<HarmonyFrame> call(CallEvent e) {
                return e.match(new CallFrames(me, blocks));
            }

            @Override
            public List<HarmonyFrame> party(PartyEvent e) {
                return e.match(new PartyFrames(me, blocks));
            }

            @Override
            public List<HarmonyFrame> recording(RecordingEvent e) {
                return e.match(new RecordingFrames(me, blocks));
            }

            @Override
            public List<HarmonyFrame> messaging(MessagingEvent e) {
                return e.match(new MessagingFrames(me, blocks));
            }
        });
    }

    public HarmonyFrame addressBookUpdated(ObjectNode data) {
        return HarmonyFrame.event(session.value(), "session.addressbook.updated", data);
    }

    ChannelFrames frames(Agent before, Agent after) {
        return new ChannelFrames(session, before, after, directory.codes());
    }

    InteractionFrames frames(HarmonyTargets targets, InteractionId id, ChannelId channel) {
        return new InteractionFrames(new HarmonyObjects(directory, me), id, targets.path(channel));
    }

    private HarmonyTargets targets(Delivery step, ChannelId channel) {
        boolean known = step.after().agent().channel(channel).isPresent();
        return new HarmonyTargets(session, known ? step.after().agent() : step.before().agent());
    }
}
