package io.patchbay.dialect.genesys.frame;

import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.door.session.SessionEncoder;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The notifications of one agent, the same for all its clients. Pure. */
public final class GenesysEncoder implements SessionEncoder<Notification> {
    private final AgentNotifications agent;
    private final CallNotifications calls;
    private final ContactNotifications contacts;
    private final CallInteractions interactions;

    public GenesysEncoder(AgentResources agent, CallResources calls, ContactResources contacts) {
        this.agent = new AgentNotifications(agent);
        this.calls = new CallNotifications(calls);
        this.contacts = new ContactNotifications(contacts);
        this.interactions = new CallInteractions(new InteractionResources(contacts.me(), contacts.uris()));
    }

    @Override
    public List<Notification> step(Delivery step) {
        if (step.recorded().event() instanceof AgentEvent event) {
            return agent.of(event, step.before().agent(), step.after().agent());
        }
        InteractionId id = step.subject().interaction();
        InteractionEvent event = (InteractionEvent) step.recorded().event();
        Interaction before = state(step.before(), id);
        Interaction after = state(step.after(), id);
        if (after.medium() != Medium.VOICE) {
            return contacts.of(event, id, step.recorded().correlation(), before, after);
        }
        List<Notification> all = new ArrayList<>(calls.of(event, before, after, step.recorded().at()));
        all.addAll(interactions.of(id, before, after));
        return all;
    }

    /** The present state of these channels of the agent, once more. */
    public List<Notification> again(Agent now, List<ChannelName> channels) {
        return agent.again(now, channels);
    }

    /** The log of a chat on the topic of interactions. Nothing where it is not there. @param from the index of the first entry */
    public List<Notification> log(Replicas now, InteractionId chat, long from) {
        return now.interaction(chat).map(contact -> List.of(contacts.log(chat, contact, from))).orElse(List.of());
    }

    @Override
    public List<Notification> all(Snapshot now, Instant at) {
        List<Notification> all = new ArrayList<>(agent.all(now.replicas().agent()));
        now.replicas().interactions().forEach((id, interaction) -> {
            if (interaction.medium() == Medium.VOICE) {
                all.addAll(calls.all(interaction, at));
                all.addAll(interactions.all(id, interaction));
            } else {
                all.addAll(contacts.all(id, interaction));
            }
        });
        return all;
    }

    private static Interaction state(Replicas replicas, InteractionId id) {
        return replicas.interaction(id).orElse(Interaction.NEW);
    }
}
