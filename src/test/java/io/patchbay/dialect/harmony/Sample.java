package io.patchbay.dialect.harmony;

import io.patchbay.config.DirectoryFile;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.GroupId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One small story for all tests of this dialect: ana and ben of the demo directory, a group, a channel, a call of a customer. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    public static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));
    public static final FarEnd ANSWERS = new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200));
    public static final AgentId ANA = new AgentId("ana");
    public static final AgentId BEN = new AgentId("ben");
    public static final SessionId S = new SessionId("S");
    public static final GroupId G = new GroupId("G");
    public static final ChannelId C = new ChannelId("C");
    public static final InteractionId I = new InteractionId("I000000000000001");
    public static final CallId K = new CallId("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1");
    public static final QueueName SALES = new QueueName("sales");
    public static final QueueName SUPPORT = new QueueName("support");
    public static final Connection CUSTOMER = leg("1", "+15551234", Role.CUSTOMER, null, State.INITIATED);
    public static final Connection QUEUE = leg("2", "6001", Role.QUEUE, null, State.QUEUED);
    public static final Connection AT_ANA = leg("3", "5001", Role.AGENT, ANA, State.ALERTING);
    public static final Connection AT_BEN = leg("4", "5002", Role.AGENT, BEN, State.ALERTING);
    public static final Connection OUTSIDE = leg("5", "+15550100", Role.EXTERNAL, null, State.ALERTING);
    public static final Channel VOICE = Channel.created(C, Optional.of(G), Medium.VOICE, "5001", List.of(SALES, SUPPORT), NOW);
    public static final Agent.Binding BINDING = new Agent.Binding(S, "harmony", "n1", true);

    private static final Directory DIRECTORY =
            DirectoryFile.read(Path.of("config/directory.yaml"), new FarEnds(List.of(), ANSWERS)).directory();

    private Sample() { }

    /** That of the demo. */
    public static Directory directory() {
        return DIRECTORY;
    }

    public static Connection leg(String id, String address, Role role, AgentId agent, State state) {
        Optional<FarEnd> farEnd = role == Role.EXTERNAL ? Optional.of(ANSWERS) : Optional.empty();
        return new Connection(new PartyId("000000000000000" + id), new Address(address), role, Optional.ofNullable(agent), farEnd, state);
    }

    /** Signed in, with an inactive voice channel in a group. */
    public static List<AgentEvent> signedIn() {
        return List.of(new AgentEvent.SessionStarted(BINDING, Duration.ofMinutes(1), Optional.empty()),
                new AgentEvent.ChannelGroupAdded(new Agent.Group(G, "5001"), List.of(VOICE)));
    }

    public static AgentEvent.ChannelStateChanged becomes(Presence from, Presence to) {
        return new AgentEvent.ChannelStateChanged(C, from, to, to, List.of(SALES, SUPPORT), NOW, Optional.empty(), false);
    }

    public static AgentEvent.ChannelStateChanged works(Presence from, Presence to, Agent.Work.Phase phase) {
        return new AgentEvent.ChannelStateChanged(C, from, to, Presence.READY, List.of(SALES, SUPPORT), NOW,
                Optional.of(new Agent.Work(I, C, Medium.VOICE, phase, true)), false);
    }

    public static ContactEvent.Created created(Interaction.Direction direction) {
        return new ContactEvent.Created(Medium.VOICE, direction, Map.of("ANI", "+15551234"), TERMS);
    }

    /** A customer's call waits in the queue. */
    public static CallEvent.Originated customerCalls() {
        return new CallEvent.Originated(K, Call.Purpose.PRIMARY, CUSTOMER.address(), QUEUE.address(), List.of(CUSTOMER, QUEUE),
                Optional.empty());
    }

    public static ContactEvent.Queued queued() {
        return new ContactEvent.Queued(SALES, QUEUE.address(), true, NOW, QUEUE.id());
    }

    public static CallEvent.Delivered offered(Connection leg) {
        return new CallEvent.Delivered(K, leg, leg.agent(), Optional.of(C), Optional.of(SALES));
    }

    public static CallEvent.Established established(Connection leg, CallEvent.Established.Form form) {
        return new CallEvent.Established(K, leg.id(), leg.address(), leg.agent(), form);
    }

    /** Ana dials; the called leg is as given. */
    public static CallEvent.Originated anaDials(Connection called) {
        return new CallEvent.Originated(K, Call.Purpose.PRIMARY, AT_ANA.address(), called.address(),
                List.of(AT_ANA.in(State.INITIATED), called),
                Optional.of(new Interaction.Member(ANA, C, Interaction.Member.Phase.ACTIVE, Optional.of(K))));
    }

    public static CallEvent.ConnectionCleared cleared(Connection leg, Cause cause) {
        return new CallEvent.ConnectionCleared(K, leg.id(), leg.address(), leg.agent(), cause);
    }
}
