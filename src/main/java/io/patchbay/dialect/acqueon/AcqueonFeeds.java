package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEncoder;
import io.patchbay.dialect.acqueon.frame.Envelopes;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.RequestIds;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.RateLimit;
import io.patchbay.door.UserRateLimits;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.door.session.AgentFeeds;
import io.patchbay.door.session.Exclusivity;
import io.patchbay.door.session.SessionPolicy;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Directory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The agents of this dialect at this member, with their sockets and their sign-ins over POST. Thread-safe. */
public final class AcqueonFeeds {
    static final String DIALECT = "acqueon";

    private final Map<AgentId, RecordingEncoder> encoders = new ConcurrentHashMap<>();
    private final Map<AgentId, Set<AcqueonSocket>> sockets = new ConcurrentHashMap<>();
    private final Map<AgentId, SignedIn> posted = new ConcurrentHashMap<>();
    private final AgentFeeds<Notice> feeds;
    private final Directory directory;
    private final UserRateLimits limits;

    /**
     * @param grace how long the session of an agent outlives its last connection, and the last POST of an agent without one
     * @param limit of envelopes by one user
     */
    public AcqueonFeeds(CommandGateway gateway, Directory directory, Duration grace, RateLimit limit) {
        this.limits = new UserRateLimits(limit);
        this.directory = directory;
        this.feeds = new AgentFeeds<>(gateway,
                new SessionPolicy(DIALECT, Exclusivity.SHARED, false, grace, SessionPolicy.Replies.BY_EVENT),
                agent -> encoders.compute(agent.id(), (id, old) ->
                        new RecordingEncoder(new AcqueonEncoder(agent, directory), new KnownDialogs(id))), grace);
    }

    /** Call it for an agent that is authenticated. */
    CompletionStage<AgentFeed<Notice>> of(AgentEntry agent) {
        return feeds.of(agent);
    }

    /** The encoder of the feed. It is called between the events only. */
    RecordingEncoder encoder(AgentId agent) {
        return encoders.get(agent);
    }

    /** The command that begins the session of the agent, or joins it. */
    Command start(AgentId agent) {
        Command start = feeds.start(agent).command();
        return Command.of(RequestIds.mark(agent, start.id()), start.at(), start.target(), start.body());
    }

    BooleanSupplier allowance(AgentId user) {
        return limits.of(user);
    }

    /** The socket gets each event from now on. */
    void came(AcqueonSocket socket, SignedIn who) {
        sockets.computeIfAbsent(who.agent().id(), id -> ConcurrentHashMap.newKeySet()).add(socket);
        who.feed().connect(socket);
    }

    void left(AcqueonSocket socket, SignedIn who) {
        sockets.getOrDefault(who.agent().id(), Set.of()).remove(socket);
        who.feed().disconnect(socket);
    }

    Collection<AcqueonSocket> sockets(AgentId agent) {
        return List.copyOf(sockets.getOrDefault(agent, Set.of()));
    }

    void posted(SignedIn who) {
        posted.put(who.agent().id(), who);
    }

    /** The sign-in that a POST of the agent acts for: one over POST, or that of a socket, rather one on the channel of the POST. */
    Optional<SignedIn> signedIn(AgentId agent, Optional<Flavour> asked) {
        List<SignedIn> all = Stream.concat(Optional.ofNullable(posted.get(agent)).stream(),
                sockets(agent).stream().flatMap(socket -> socket.signedIn(Optional.empty()).stream()))
                .filter(who -> !who.isOver()).toList();
        return all.stream().filter(who -> asked.filter(flavour -> flavour == who.flavour()).isPresent()).findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** A sign-in of the agent of the feed. */
    SignedIn signIn(AgentFeed<Notice> feed, Address extension, Flavour flavour) {
        return new SignedIn(feed, extension, flavour, Envelopes.of(flavour, feed.entry(), directory));
    }
}
