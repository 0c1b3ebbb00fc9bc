package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.frame.AgentResources;
import io.patchbay.dialect.genesys.frame.CallResources;
import io.patchbay.dialect.genesys.frame.ContactResources;
import io.patchbay.dialect.genesys.frame.GenesysEncoder;
import io.patchbay.dialect.genesys.frame.GenesysUris;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.door.session.AgentFeeds;
import io.patchbay.door.session.Exclusivity;
import io.patchbay.door.session.SessionPolicy;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.InteractionId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The agents of this dialect at this member, for requests and for notifications (BINDINGS, Genesys). */
public final class GenesysFeeds {
    static final String DIALECT = "genesys";

    private final AgentFeeds<Notification> feeds;
    private final GenesysUris uris;

    /**
     * @param url   base of the addresses of resources
     * @param grace how long the session of an agent outlives its last lost binding
     * @param idle  how long requests without notifications keep the binding
     */
    public GenesysFeeds(CommandGateway gateway, String url, Duration grace, Duration idle) {
        this.uris = new GenesysUris(url);
        this.feeds = new AgentFeeds<>(gateway,
                new SessionPolicy(DIALECT, Exclusivity.SHARED, false, grace, SessionPolicy.Replies.BEFORE_EVENTS),
                this::encoder, idle);
    }

    private GenesysEncoder encoder(AgentEntry agent) {
        return new GenesysEncoder(new AgentResources(agent, uris), new CallResources(agent.id(), uris),
                new ContactResources(agent.id(), uris));
    }

    /** Tells all connections of the agent the present state of these channels. */
    void tellAgain(AgentFeed<Notification> feed, List<ChannelName> channels) {
        if (!channels.isEmpty()) {
            feed.tell(now -> encoder(feed.entry()).again(now.agent(), channels));
        }
    }

    /** Tells all connections of the agent the log of a chat on the topic of interactions. @param from the index of the first entry */
    void tellLog(AgentFeed<Notification> feed, InteractionId chat, long from) {
        feed.tell(now -> encoder(feed.entry()).log(now, chat, from));
    }

    CompletionStage<AgentFeed<Notification>> of(AgentEntry agent) {
        return feeds.of(agent);
    }

    /** The command that begins the session of the agent, or joins it. @param id of the request */
    Command start(AgentId agent, CommandId id) {
        Command start = feeds.start(agent).command();
        return Command.of(id, start.at(), start.target(), start.body());
    }
}
