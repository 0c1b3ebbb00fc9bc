package io.patchbay.dialect.tiny;

import io.patchbay.dialect.tiny.TinyOperations.Operation;
import io.patchbay.dialect.tiny.TinyOperations.Request;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.door.session.BindReply;
import io.patchbay.door.session.ClientSessions;
import io.patchbay.door.session.Exclusivity;
import io.patchbay.door.session.PendingRequest;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.door.session.SessionPolicy;
import io.patchbay.door.session.SessionStart;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Rejected;
import io.patchbay.wire.ConnectionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The bean of the route: a line in, a command through, a line out. */
public final class TinyDoor {
    private static final String NAME = "tiny";
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    /** Answers a request when its outcome is there. */
    interface Answer extends Function<Outcome, CompletionStage<Void>> { }

    private final Map<String, TinyClient> clients = new ConcurrentHashMap<>();
    private final SignIn signIn;
    private final Rejections rejections;
    private final ClientSessions<TinyClient> sessions;

    public TinyDoor(CommandGateway gateway, SignIn signIn, Rejections rejections, Duration grace) {
        this.signIn = signIn;
        this.rejections = rejections;
        this.sessions = new ClientSessions<>(gateway, new SessionPolicy(NAME, Exclusivity.SHARED, false, grace,
                SessionPolicy.Replies.BEFORE_EVENTS));
    }

    public CompletionStage<PendingCommand<Answer>> decode(ConnectionEvent event) {
        return event.match(new ConnectionEvent.Cases<>() {
            @Override
            public CompletionStage<PendingCommand<Answer>> opened(ConnectionEvent.Opened opened) {
                return say(client(opened), "hello");
            }

            @Override
            public CompletionStage<PendingCommand<Answer>> frame(ConnectionEvent.Frame frame) {
                return request(client(frame), List.of(frame.text().strip().split("\\s+")));
            }

            @Override
            public CompletionStage<PendingCommand<Answer>> closed(ConnectionEvent.Closed closed) {
                TinyClient gone = clients.remove(closed.connection().id());
                return CompletableFuture.completedFuture(new PendingCommand<>(outcome -> DONE,
                        Optional.ofNullable(gone).flatMap(TinyClient::session).flatMap(sessions::lose)));
            }

            @Override
            public CompletionStage<PendingCommand<Answer>> unreadable(ConnectionEvent.Unreadable sent) {
                return unknown(client(sent), sent.why(), sent.beginning().length());
            }
        });
    }

    public CompletionStage<Void> reply(CompletedCommand<Answer> completed) {
        return completed.context().apply(completed.outcome());
    }

    private TinyClient client(ConnectionEvent event) {
        return clients.computeIfAbsent(event.connection().id(), id -> new TinyClient(event.connection()));
    }

    private CompletionStage<PendingCommand<Answer>> request(TinyClient client, List<String> words) {
        if (words.get(0).equals("login") && words.size() == 3) {
            return signIn.authenticate(words.get(1), words.get(2), client.origin())
                    .thenCompose(found -> found.match(agent -> login(client, agent),
                            () -> say(client, "no NOT_AUTHENTICATED Agent and password do not match."),
                            slowed -> say(client, "no TOO_MANY_REQUESTS " + slowed.sentence())));
        }
        Optional<Operation> operation = TinyOperations.find(words);
        if (operation.isEmpty()) {
            return unknown(client, "This is no request.", String.join(" ", words).length());
        }
        return client.session().map(session -> command(client, session, operation.get(), words))
                .orElseGet(() -> say(client, "no NOT_AUTHENTICATED Send login first."));
    }

    private CompletionStage<PendingCommand<Answer>> login(TinyClient client, AgentEntry agent) {
        SessionStart start = sessions.start(agent.id(), false);
        return CompletableFuture.completedFuture(new PendingCommand<>(outcome -> {
            if (outcome instanceof Outcome.Refused refused) {
                client.say(line(refused));
                return DONE;
            }
            return sessions.started(agent, start.session(), client, new Bound(client));
        }, Optional.of(start.command())));
    }

    private static CompletionStage<PendingCommand<Answer>> command(TinyClient client, SessionConnection<TinyClient> session,
            Operation operation, List<String> words) {
        Request request = new Request(session.agent(), session.now(), words);
        PendingRequest pending = session.requests().expect(Optional.empty(), Ids.digest(String.join(" ", words)),
                TinyOperations.subject(request), operation.decoder().apply(request));
        return CompletableFuture.completedFuture(new PendingCommand<>(outcome -> {
            session.requests().completed(pending, outcome, () -> client.say(
                    outcome instanceof Outcome.Refused refused ? line(refused) : "ok " + words.get(0)));
            return DONE;
        }, Optional.of(pending.command())));
    }

    private CompletionStage<PendingCommand<Answer>> unknown(TinyClient client, String why, int length) {
        rejections.add(Rejected.of(NAME, why, length));
        return say(client, "no INVALID_MESSAGE " + why);
    }

    private static CompletionStage<PendingCommand<Answer>> say(TinyClient client, String line) {
        return CompletableFuture.completedFuture(new PendingCommand<>(outcome -> {
            client.say(line);
            return DONE;
        }, Optional.empty()));
    }

    private static String line(Outcome.Refused refused) {
        return "no " + refused.reason() + " " + refused.detail();
    }

    /** Answers the login and tells what there is. */
    private record Bound(TinyClient client) implements BindReply<TinyClient> {
        @Override
        public void bound(SessionConnection<TinyClient> connection) {
            client.bind(connection);
        }

        @Override
        public void done(boolean reset) {
            client.session().ifPresent(session -> session.start(() -> client.say("ok login")));
        }

        @Override
        public void refused(Outcome.Refused why) {
            client.say(line(why));
        }
    }
}
