package io.patchbay.rules.agent;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.StartSession.Mode;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentEvent.ChannelStateChanged;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.PartyId;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ana (5001) of the demo directory, and the words her stories are told in. Her session is command 1, her first channel command 2. */
final class AgentStory {
    static final AgentId ANA = new AgentId("ana");
    static final SessionId S1 = new SessionId("s1");
    static final SessionId S2 = new SessionId("s2");
    static final SessionId S3 = new SessionId("s3");
    static final QueueName SALES = new QueueName("sales");
    static final QueueName SUPPORT = new QueueName("support");
    static final InteractionId I = new InteractionId("I000000000000001");
    static final InteractionId J = new InteractionId("J000000000000001");
    static final Duration GRACE = Duration.ofSeconds(60);
    static final Optional<Duration> LOST = Optional.of(Duration.ofSeconds(5));
    static final PartyId PLACE = new PartyId("0123456789ABCDEF");
    static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    static final Destination BEN = new Destination.Extension(new AgentId("ben"), new Address("5002"));
    static final ChannelId VOICE = channel(2, Medium.VOICE);
    static final ChannelId CHAT = channel(2, Medium.CHAT);

    private AgentStory() { }

    /** The channel made by command number n. */
    static ChannelId channel(int n, Medium medium) {
        return Ids.channel(Scenario.id(n), medium);
    }

    static Scenario<Agent, AgentCommand, AgentEvent> ana() {
        return Scenario.of(new AgentRules(), Subject.of(ANA));
    }

    static Scenario<Agent, AgentCommand, AgentEvent> signedIn() {
        return ana().givenDone(start(S1, "harmony", false));
    }

    static Scenario<Agent, AgentCommand, AgentEvent> inactive(Medium medium) {
        return signedIn().givenDone(add(medium));
    }

    /** On the channel of command 2, active for all queues with command 3. */
    static Scenario<Agent, AgentCommand, AgentEvent> notReady(Medium medium) {
        return inactive(medium).givenDone(activate(channel(2, medium)));
    }

    static Scenario<Agent, AgentCommand, AgentEvent> ready(Medium medium) {
        return notReady(medium).givenDone(wish(channel(2, medium), Presence.READY));
    }

    static AgentCommand start(SessionId id, String dialect, boolean override) {
        return new AgentCommand.StartSession(client(id, dialect), GRACE, LOST, override ? Mode.OVERRIDE : Mode.EXCLUSIVE);
    }

    /** Connected to member m1; of Harmony one that completes calls itself. */
    static Agent.Binding client(SessionId id, String dialect) {
        return new Agent.Binding(id, dialect, "m1", dialect.equals("harmony"));
    }

    static AgentCommand add(Medium medium) {
        return new AgentCommand.AddChannel(medium, medium == Medium.VOICE ? "5001" : "*", List.of(SALES, SUPPORT));
    }

    static AgentCommand activate(ChannelId channel, QueueName... queues) {
        return new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(channel, List.of(queues))), false);
    }

    static AgentCommand deactivate(ChannelId channel, QueueName... queues) {
        return new AgentCommand.DeactivateChannels(List.of(new AgentCommand.Serving(channel, List.of(queues))), false, Optional.empty());
    }

    static AgentCommand wish(ChannelId channel, Presence presence) {
        return new AgentCommand.SetPresence(channel, presence);
    }

    static AgentCommand dial(ChannelId channel) {
        return new AgentCommand.MakeCall(channel, ANA, BEN, TERMS);
    }

    static AgentCommand offer(InteractionId interaction, Medium medium, QueueName queue) {
        return new AgentCommand.Reserve(ANA, interaction, medium, Optional.of(new QueuePlace(queue, PLACE)), true);
    }

    static AgentCommand direct(InteractionId interaction, Medium medium) {
        return new AgentCommand.Reserve(ANA, interaction, medium, Optional.empty(), false);
    }

    /** As a caller of the extension asks. */
    static AgentCommand called(InteractionId interaction, Address extension) {
        return new AgentCommand.Reserve(ANA, interaction, Medium.VOICE, Optional.empty(), false, Optional.of(extension));
    }

    static AgentCommand taken(InteractionId interaction) {
        return taken(interaction, VOICE);
    }

    static AgentCommand taken(InteractionId interaction, ChannelId channel) {
        return new AgentCommand.Engage(interaction, channel);
    }

    static AgentCommand over(InteractionId interaction) {
        return over(interaction, VOICE);
    }

    static AgentCommand over(InteractionId interaction, ChannelId channel) {
        return new AgentCommand.Release(interaction, channel, true);
    }

    static AgentCommand withdrawn(InteractionId interaction) {
        return withdrawn(interaction, VOICE);
    }

    static AgentCommand withdrawn(InteractionId interaction, ChannelId channel) {
        return new AgentCommand.Release(interaction, channel, false);
    }

    /** The interaction did not want what it was asked. */
    static AgentCommand inVain(InteractionId interaction, OfferCommand ask) {
        return new AgentCommand.TakeBack(interaction, VOICE, ask);
    }

    static AgentCommand completed(InteractionId interaction) {
        return completed(interaction, VOICE);
    }

    static AgentCommand completed(InteractionId interaction, ChannelId channel) {
        return new AgentCommand.Forget(interaction, channel);
    }

    static AgentCommand logout() {
        return new AgentCommand.EndSession(Cause.LOGOUT);
    }

    static Work work(InteractionId interaction, Work.Phase phase) {
        return new Work(interaction, VOICE, Medium.VOICE, phase, true);
    }

    static ChannelStateChanged became(int second, Presence before, Presence now, Presence later, Work work) {
        return new ChannelStateChanged(work.channel(), before, now, later, List.of(SALES, SUPPORT), Scenario.second(second),
                Optional.of(work), false);
    }

    static Presence presence(Agent agent, ChannelId channel) {
        return agent.channel(channel).orElseThrow().presence();
    }
}
