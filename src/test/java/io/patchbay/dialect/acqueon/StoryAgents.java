package io.patchbay.dialect.acqueon;

import io.patchbay.config.DirectoryFile;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.rules.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Agents of the demo directory, each with one telephone channel. */
public abstract class StoryAgents {
    public static final AgentId ANA = new AgentId("ana");
    public static final AgentId BEN = new AgentId("ben");
    public static final AgentId CARO = new AgentId("caro");
    public static final AgentId SAM = new AgentId("sam");
    public static final InteractionId I = new InteractionId("0123456789ABCDEF");
    public static final Directory DIRECTORY = DirectoryFile.read(Path.of("config/directory.yaml"),
            new FarEnds(List.of(), new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200)))).directory();
    public static final QueueName SALES = new QueueName("sales");

    public static ChannelId channel(AgentId agent) {
        return new ChannelId("voice-" + agent);
    }

    public static Address address(AgentId agent) {
        return entry(agent).extensions().get(0);
    }

    public static AgentEntry entry(AgentId agent) {
        return DIRECTORY.agent(agent).orElseThrow();
    }

    public static Agent signedIn(AgentId agent) {
        return Agent.SIGNED_OUT.with(new Agent.Session(List.of(new Agent.Binding(new SessionId("s"), "acqueon", "m", false)),
                Duration.ofSeconds(60), Optional.empty(), false));
    }

    public static Channel voice(AgentId agent) {
        return Channel.created(channel(agent), Optional.empty(), Medium.VOICE, address(agent).value(), List.of(SALES), Scenario.START);
    }

    /** Busy with the interaction. */
    public static Agent working(AgentId agent, boolean wrapUp) {
        return signedIn(agent).with(voice(agent).with(Presence.BUSY, Presence.READY, Scenario.START))
                .with(new Agent.Work(I, channel(agent), Medium.VOICE, Agent.Work.Phase.ACTIVE, wrapUp));
    }
}
