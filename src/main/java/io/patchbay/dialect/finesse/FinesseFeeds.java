package io.patchbay.dialect.finesse;

import io.patchbay.dialect.finesse.frame.FinesseEncoder;
import io.patchbay.dialect.finesse.frame.Update;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.door.session.AgentFeeds;
import io.patchbay.door.session.Exclusivity;
import io.patchbay.door.session.SessionPolicy;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Directory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The agents of this dialect at this member. Thread-safe. */
public final class FinesseFeeds {
    static final String DIALECT = "finesse";

    private final Map<AgentId, FinesseEncoder> encoders = new ConcurrentHashMap<>();
    private final Map<AgentId, RequestIds> requestIds = new ConcurrentHashMap<>();
    private final AgentFeeds<Update> feeds;

    /**
     * @param grace how long the session of an agent outlives its last notification client
     * @param idle  how long it outlives the last request where there is no notification client
     */
    public FinesseFeeds(CommandGateway gateway, Directory directory, Duration grace, Duration idle) {
        this.feeds = new AgentFeeds<>(gateway,
                new SessionPolicy(DIALECT, Exclusivity.SHARED, false, grace, SessionPolicy.Replies.BY_EVENT),
                agent -> encoders.compute(agent.id(), (id, old) -> new FinesseEncoder(agent, directory)), idle);
    }

    /** Call it for an agent that is authenticated. */
    CompletionStage<AgentFeed<Update>> of(AgentEntry agent) {
        return feeds.of(agent);
    }

    /** The command that begins the session of the agent, or joins it. */
    Command start(AgentId agent) {
        return feeds.start(agent).command();
    }

    /** The encoder of the feed. */
    FinesseEncoder encoder(AgentId agent) {
        return encoders.get(agent);
    }

    RequestIds requestIds(AgentId agent) {
        return requestIds.computeIfAbsent(agent, id -> new RequestIds());
    }
}
