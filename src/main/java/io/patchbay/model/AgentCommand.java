package io.patchbay.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands to the cell of an agent: the session family, making a call, and follow-ups of queues and interactions. */
public sealed interface AgentCommand extends Body permits
        AgentCommand.StartSession, AgentCommand.EndSession, AgentCommand.LoseBinding, AgentCommand.AddChannel, AgentCommand.RemoveChannel,
        AgentCommand.AddChannelGroup, AgentCommand.RemoveChannelGroup, AgentCommand.ActivateChannels, AgentCommand.DeactivateChannels,
        AgentCommand.SetPresence, AgentCommand.MakeCall, AgentCommand.Reserve, AgentCommand.Engage, AgentCommand.Release,
        AgentCommand.TakeBack, AgentCommand.Forget, AgentCommand.DeadlinePassed, DeviceCommand {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R startSession(StartSession c);

        R endSession(EndSession c);

        R loseBinding(LoseBinding c);

        R addChannel(AddChannel c);

        R removeChannel(RemoveChannel c);

        R addChannelGroup(AddChannelGroup c);

        R removeChannelGroup(RemoveChannelGroup c);

        R activate(ActivateChannels c);

        R deactivate(DeactivateChannels c);

        R setPresence(SetPresence c);

        R makeCall(MakeCall c);

        R reserve(Reserve c);

        R engage(Engage c);

        R release(Release c);

        R takeBack(TakeBack c);

        R forget(Forget c);

        R deadline(DeadlinePassed c);

        R device(DeviceCommand c);
    }

    /**
     * Signs in, or binds one more client to the session there is; a lost binding comes back by its own id.
     *
     * @param binding the client, connected
     * @param grace   how long a session that begins outlives its last lost binding
     * @param offerLost how long an offer outlives the last binding of such a session; empty where offers do not depend on bindings
     */
    record StartSession(Agent.Binding binding, Duration grace, Optional<Duration> offerLost, Mode mode) implements AgentCommand {
        /** The treatment of a client that is bound already. */
        public enum Mode {
            /** Any other client of the same dialect has the place: refused. */
            EXCLUSIVE,
            /** Another client of the same dialect gives way. */
            OVERRIDE,
            /** Other clients of the same dialect stay; all those at one member are one binding (see {@link Ids#binding}). */
            SHARED,
            /** As {@link #SHARED}, to a session that exists: refused while the agent is signed out. */
            JOIN,
            /** Only the binding of that id is meant: refused where there is none, or where its client is there. */
            RESUME,
            /** The same, and its client gives way. */
            RESUME_OVERRIDE
        }

        public <R> R match(Cases<R> cases) {
            return cases.startSession(this);
        }
    }

    /**
     * Ends the session of all clients: offers end as rejected, calls as released (CHOREOGRAPHY A14).
     *
     * @param reason why the agent signs out, where it says so
     */
    record EndSession(Cause cause, Optional<Presence.NotReadyReason> reason) implements AgentCommand {
        public EndSession(Cause cause) {
            this(cause, Optional.empty());
        }

        public <R> R match(Cases<R> cases) {
            return cases.endSession(this);
        }
    }

    /**
     * A client's connection is gone; with the last one the grace period starts.
     *
     * @param expired the client had no connection and its grace is over: it is gone for good, and the session with it where it was alone
     */
    record LoseBinding(SessionId binding, boolean expired) implements AgentCommand {
        public LoseBinding(SessionId binding) {
            this(binding, false);
        }

        public <R> R match(Cases<R> cases) {
            return cases.loseBinding(this);
        }
    }

    /** @param queues what it can serve: all queues of the agent, or those its endpoint names */
    record AddChannel(Medium medium, String endpoint, List<QueueName> queues) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.addChannel(this);
        }
    }

    /** Deactivates it if need be; refused while it is at work. */
    record RemoveChannel(ChannelId channel) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.removeChannel(this);
        }
    }

    /** @param name the extension it is for; @param media in the order the channels shall be created */
    record AddChannelGroup(String name, List<Medium> media, List<QueueName> queues) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.addChannelGroup(this);
        }
    }

    /** Removes the group with its channels; refused while one of them is at work. */
    record RemoveChannelGroup(GroupId group) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.removeChannelGroup(this);
        }
    }

    /**
     * Activates channels in the order given.
     *
     * @param tolerant active ones are left alone instead of refused (a group's activate-all)
     */
    record ActivateChannels(List<Serving> channels, boolean tolerant) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.activate(this);
        }
    }

    /** A channel and the queues it serves or stops serving; for deactivation empty means all. */
    record Serving(ChannelId channel, List<QueueName> queues) { }

    /** Deactivates channels; a proper part of a channel's queues keeps it active (BINDINGS, Harmony). */
    record DeactivateChannels(List<Serving> channels, boolean tolerant, Optional<Presence.NotReadyReason> reason) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.deactivate(this);
        }
    }

    /** Ready, not ready or after-call work; during work it is kept as pending. @param by the supervisor who asks in the agent's place */
    record SetPresence(ChannelId channel, Presence presence, Optional<AgentId> by) implements AgentCommand {
        public SetPresence(ChannelId channel, Presence presence) {
            this(channel, presence, Optional.empty());
        }

        public <R> R match(Cases<R> cases) {
            return cases.setPresence(this);
        }
    }

    /**
     * Dials: takes the agent's slot, then asks a new interaction to originate.
     *
     * @param data what the interaction begins with; ANI, DNIS and queue are added by the rules
     */
    record MakeCall(ChannelId channel, AgentId agent, Destination to, ContactPolicy terms, Map<String, String> data)
            implements AgentCommand {
        public MakeCall(ChannelId channel, AgentId agent, Destination to, ContactPolicy terms) {
            this(channel, agent, to, terms, Map.of());
        }

        public <R> R match(Cases<R> cases) {
            return cases.makeCall(this);
        }
    }

    /**
     * Asks for a slot for a contact.
     *
     * @param queue  present when a queue offers: then the channel must be ready and serve it; a direct call rings who is not
     *               ready, too (A11)
     * @param called the extension that a direct call is for, whose do-not-disturb and forwarding count
     */
    record Reserve(AgentId agent, InteractionId interaction, Medium medium, Optional<QueuePlace> queue, boolean wrapUp,
                   Optional<Address> called) implements AgentCommand {
        public Reserve(AgentId agent, InteractionId interaction, Medium medium, Optional<QueuePlace> queue, boolean wrapUp) {
            this(agent, interaction, medium, queue, wrapUp, Optional.empty());
        }

        public <R> R match(Cases<R> cases) {
            return cases.reserve(this);
        }
    }

    /** The agent took what was offered. @param channel where it has it, as in the following ones: a later session has others */
    record Engage(InteractionId interaction, ChannelId channel) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.engage(this);
        }
    }

    /** The agent's last leg in it is gone. @param kept it stays on the list until completed; an offer never taken does not */
    record Release(InteractionId interaction, ChannelId channel, boolean kept) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.release(this);
        }
    }

    /** The interaction could not use the slot it was offered: all is as it was before. @param ask what it was asked with the slot */
    record TakeBack(InteractionId interaction, ChannelId channel, OfferCommand ask) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.takeBack(this);
        }
    }

    /** The agent completed it, or it is offered to the agent once more; of the latter only the earlier part is forgotten. */
    record Forget(InteractionId interaction, ChannelId channel) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.forget(this);
        }
    }

    /** One of the state's deadlines passed. */
    record DeadlinePassed(String id) implements AgentCommand {
        public <R> R match(Cases<R> cases) {
            return cases.deadline(this);
        }
    }
}
