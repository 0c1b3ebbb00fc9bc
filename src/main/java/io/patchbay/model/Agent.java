package io.patchbay.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of one agent: the session with its bindings, the channels, and the work.
 *
 * @param session empty when signed out
 * @param work in the order it came; a voice entry that is not ended is the agent's one telephony slot
 * @param devices its telephones with do-not-disturb or forwarding
 * @param since since when it is signed in, or signed out; empty before the first session
 */
public record Agent(Optional<Session> session, List<Group> groups, List<Channel> channels, List<Work> work,
                    List<Device> devices, Optional<Instant> since) implements State {

    public static final Agent SIGNED_OUT = new Agent(Optional.empty(), List.of(), List.of(), List.of());

    /** A snapshot of an earlier version names no devices. */
    public Agent {
        devices = devices == null ? List.of() : devices;
    }

    public Agent(Optional<Session> session, List<Group> groups, List<Channel> channels, List<Work> work) {
        this(session, groups, channels, work, List.of(), Optional.empty());
    }

    /**
     * One agent being signed in.
     *
     * @param grace     how long it outlives its last lost binding
     * @param offerLost how long an offer outlives the last binding, while no new one comes; empty where offers do not depend on bindings
     * @param withdrawn the offers have outlived the last binding for that time
     */
    public record Session(List<Binding> bindings, Duration grace, Optional<Duration> offerLost, boolean withdrawn) {

        /** A snapshot of an earlier version does not say what absence means. */
        public Session {
            offerLost = offerLost == null ? Optional.empty() : offerLost;
        }

        public Session with(Binding binding) {
            return new Session(List.copyOf(Listed.with(bindings, binding, Binding::id)), grace, offerLost, withdrawn && binding.lost());
        }

        public Session without(SessionId binding) {
            return new Session(bindings.stream().filter(b -> !b.id().equals(binding)).toList(), grace, offerLost, withdrawn);
        }

        public Session withOffersWithdrawn() {
            return new Session(bindings, grace, offerLost, true);
        }

        /** Whether no client would show an offer, and that counts (CHOREOGRAPHY A11). */
        public boolean isAbsent() {
            return offerLost.isPresent() && bindings.stream().allMatch(Binding::lost);
        }
    }

    /**
     * One client of the session.
     *
     * @param member    the cluster member that has the connection; its departure is a lost connection
     * @param completes the client completes the calls of the agent itself; while no client of the session does, they complete by themselves
     * @param lost      the connection is gone and the client may come back
     */
    public record Binding(SessionId id, String dialect, String member, boolean completes, boolean lost) {
        public Binding(SessionId id, String dialect, String member, boolean completes) {
            this(id, dialect, member, completes, false);
        }

        public Binding gone() {
            return new Binding(id, dialect, member, completes, true);
        }
    }

    /**
     * The telephone at one extension of the agent.
     *
     * @param doNotDisturb direct calls and offers of calls are refused
     * @param forwarding   present when all direct calls go there instead
     */
    public record Device(Address extension, boolean doNotDisturb, Optional<Destination> forwarding) {
        boolean isSet() {
            return doNotDisturb || forwarding.isPresent();
        }
    }

    /** Channels that came together. @param name the extension it was made for */
    public record Group(GroupId id, String name) { }

    /**
     * One interaction on the agent's list, until it is completed.
     *
     * @param wrapUp after-call work follows when it ends
     * @param again  reserved once more while the agent's earlier part in it was not completed
     * @param since  when it came into its present phase; empty in events, which have a time of their own
     */
    public record Work(InteractionId interaction, ChannelId channel, Medium medium, Phase phase, boolean wrapUp, boolean again,
                       Optional<Instant> since) {

        public Work(InteractionId interaction, ChannelId channel, Medium medium, Phase phase, boolean wrapUp, boolean again) {
            this(interaction, channel, medium, phase, wrapUp, again, Optional.empty());
        }

        public Work(InteractionId interaction, ChannelId channel, Medium medium, Phase phase, boolean wrapUp) {
            this(interaction, channel, medium, phase, wrapUp, false);
        }

        /** Offered, being worked on, over but not completed. */
        public enum Phase { RESERVED, ACTIVE, ENDED }

        public Work in(Phase next) {
            return new Work(interaction, channel, medium, next, wrapUp, again);
        }

        public Work again(boolean uncompleted) {
            return new Work(interaction, channel, medium, phase, wrapUp, uncompleted);
        }

        /** @param state since when it is in its present phase */
        public Work at(Instant state) {
            return new Work(interaction, channel, medium, phase, wrapUp, again, Optional.of(state));
        }

        /** As an event tells of it. */
        public Work untimed() {
            return again(again);
        }

        public boolean isLive() {
            return phase != Phase.ENDED;
        }
    }

    public Agent with(Session next) {
        return new Agent(Optional.of(next), groups, channels, work, devices, since);
    }

    /** Adds the channel, or puts it in the place of the one with its id; as the following ones do. */
    public Agent with(Channel channel) {
        return new Agent(session, groups, List.copyOf(Listed.with(channels, channel, Channel::id)), work, devices, since);
    }

    public Agent with(Group group) {
        return new Agent(session, List.copyOf(Listed.with(groups, group, Group::id)), channels, work, devices, since);
    }

    public Agent with(Work entry) {
        return new Agent(session, groups, channels, List.copyOf(Listed.with(work, entry, Work::interaction)), devices, since);
    }

    /** One with nothing set is not kept. */
    public Agent with(Device device) {
        List<Device> next = Listed.with(devices, device, Device::extension).stream().filter(Device::isSet).toList();
        return new Agent(session, groups, channels, work, next, since);
    }

    public Agent without(ChannelId channel) {
        return new Agent(session, groups, channels.stream().filter(c -> !c.id().equals(channel)).toList(), work, devices, since);
    }

    public Agent without(GroupId group) {
        return new Agent(session, groups.stream().filter(g -> !g.id().equals(group)).toList(), channels, work, devices, since);
    }

    public Agent without(InteractionId interaction) {
        return new Agent(session, groups, channels, work.stream().filter(w -> !w.interaction().equals(interaction)).toList(),
                devices, since);
    }

    /** @param state since when it is signed in or out */
    public Agent at(Optional<Instant> state, List<Work> timed) {
        return new Agent(session, groups, channels, List.copyOf(timed), devices, state);
    }

    public boolean isSignedIn() {
        return session.isPresent();
    }

    /** Whether it is signed in without any connected client, so that nothing is offered to it. */
    public boolean isAbsent() {
        return session.filter(Session::isAbsent).isPresent();
    }

    public Optional<Binding> binding(SessionId id) {
        return session.stream().flatMap(s -> s.bindings().stream()).filter(b -> b.id().equals(id)).findFirst();
    }

    public Optional<Channel> channel(ChannelId id) {
        return channels.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** The telephone channel of the extension. */
    public Optional<Channel> telephone(Address extension) {
        return channels.stream().filter(channel -> channel.isTelephoneOf(extension)).findFirst();
    }

    /** The telephone at the extension, also where nothing is set. */
    public Device device(Address extension) {
        return devices.stream().filter(d -> d.extension().equals(extension)).findFirst()
                .orElseGet(() -> new Device(extension, false, Optional.empty()));
    }

    public List<Channel> channelsOf(GroupId id) {
        return channels.stream().filter(c -> c.group().filter(id::equals).isPresent()).toList();
    }

    public Optional<Group> group(GroupId id) {
        return groups.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    public Optional<Work> work(InteractionId id) {
        return work.stream().filter(w -> w.interaction().equals(id)).findFirst();
    }

    /** The live voice contact, if any: an agent has one telephony slot. */
    public Optional<Work> call() {
        return work.stream().filter(w -> w.medium() == Medium.VOICE && w.isLive()).findFirst();
    }

    public List<Work> liveOn(ChannelId channel) {
        return work.stream().filter(w -> w.channel().equals(channel) && w.isLive()).toList();
    }
}
