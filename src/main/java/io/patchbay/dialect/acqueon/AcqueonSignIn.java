package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.TelephoneSignIn;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.request.SignInData;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.SignIn;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Authentication;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Directory;
import io.patchbay.model.Outcome;
import io.patchbay.model.SignInOrigin;
import io.patchbay.reading.Names;
import io.patchbay.reading.Roles;
import io.patchbay.wire.BasicCredentials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sign-ins: {@code SetUserInfo}, and Basic credentials, which five wrong ones block as well. No method blocks. */
public final class AcqueonSignIn {
    private final CommandGateway gateway;
    private final SignIn signIn;
    private final AcqueonFeeds feeds;
    private final Names names;
    private final SignInBlock block;

    /** @param time how long five wrong sign-ins in a row block the name from the address */
    public AcqueonSignIn(CommandGateway gateway, SignIn signIn, AcqueonFeeds feeds, Directory directory, Duration time) {
        this.gateway = gateway;
        this.signIn = signIn;
        this.feeds = feeds;
        this.names = new Names(directory);
        this.block = new SignInBlock(time);
    }

    /** As {@link #authenticate}, for a request without a sign-in. Credentials that were right from the address lately are not blocked. */
    CompletionStage<AgentEntry> admit(BasicCredentials given, String address) {
        return signIn.recognises(given.user(), given.password(), new SignInOrigin(AcqueonFeeds.DIALECT, address))
                ? checked(given.user(), given.password(), address).thenApply(AcqueonSignIn::agent)
                : authenticate(given.user(), given.password(), address);
    }

    /** Completes with {@link AcqueonRefused} if they are no agent's, or blocked. @param address of the client */
    private CompletionStage<AgentEntry> authenticate(String user, String password, String address) {
        if (block.isBlocked(user, address, gateway.now())) {
            return CompletableFuture.failedFuture(new AcqueonRefused(ErrorType.AUTHORIZATION_FAILURE, "blocked",
                    "Too many wrong sign-ins of this user. Wait and try again."));
        }
        return checked(user, password, address).thenApply(found -> {
            count(found, user, address);
            return agent(found);
        });
    }

    /** An attempt that is slowed was not checked. */
    private void count(Authentication<AgentEntry> found, String user, String address) {
        found.<Runnable>match(right -> () -> block.right(user, address), () -> () -> block.wrong(user, address, gateway.now()),
                slowed -> () -> { }).run();
    }

    private CompletionStage<Authentication<AgentEntry>> checked(String user, String password, String address) {
        return signIn.authenticate(user, password, new SignInOrigin(AcqueonFeeds.DIALECT, address));
    }

    private static AgentEntry agent(Authentication<AgentEntry> found) {
        return found.filter(Roles::works).match(entry -> entry, () -> {
            throw new AcqueonRefused(ErrorType.AUTHORIZATION_FAILURE, "username",
                    "User and password do not match. Send the credentials of an agent.");
        }, slowed -> {
            throw AcqueonRefused.slowed(slowed);
        });
    }

    /** Throws {@link AcqueonRefused}, or completes with it. */
    CompletionStage<PendingCommand<AcqueonCompletion>> ask(Sender sender, SignInData data, Flavour flavour, Optional<String> requestId) {
        return authenticate(data.user(), data.password(), sender.remote()).thenCompose(entry -> {
            Optional<AgentId> other = sender.credentials().or(() -> sender.signedIn(Optional.empty()).map(who -> who.agent().id()))
                    .filter(user -> !user.equals(entry.id()));
            if (other.isPresent()) {
                throw new AcqueonRefused(ErrorType.AUTHORIZATION_FAILURE, "username", "The connection belongs to another agent.");
            }
            return begin(sender, entry, new Place(data.extension(entry, names), flavour), requestId);
        });
    }

    /** Where an agent signs in. */
    private record Place(Address extension, Flavour flavour) { }

    private CompletionStage<PendingCommand<AcqueonCompletion>> begin(Sender sender, AgentEntry entry, Place place,
            Optional<String> requestId) {
        return feeds.of(entry).thenCompose(feed -> feed.read().thenApply(snapshot -> {
            List<Command> commands = TelephoneSignIn.commands(entry, place.extension(), snapshot.replicas().agent(),
                    feeds.start(entry.id()));
            commands.forEach(feed::expect);
            return new PendingCommand<>(outcomes -> answer(sender, entry, place, commands.get(0), requestId, outcomes), commands);
        }));
    }

    private CompletionStage<Void> answer(Sender sender, AgentEntry entry, Place place, Command first, Optional<String> requestId,
            List<Outcome> outcomes) {
        return feeds.of(entry).thenCompose(feed -> {
            if (!outcomes.stream().allMatch(Outcome::isAccepted)) {
                feed.refused(first);
            }
            Optional<Outcome.Refused> refused = TelephoneSignIn.refusal(outcomes);
            if (refused.isPresent()) {
                sender.refuse(AcqueonRefused.of(refused.get()), place.flavour(), requestId);
                return CompletableFuture.completedFuture(null);
            }
            return feed.read().thenCompose(ready -> begun(sender, feed, place, first.id(), requestId));
        });
    }

    private CompletionStage<Void> begun(Sender sender, AgentFeed<Notice> feed, Place place, CommandId id,
            Optional<String> requestId) {
        requestId.ifPresent(text -> sender.expect(id, text));
        return sender.begin(feeds.signIn(feed, place.extension(), place.flavour()),
                now -> Bursts.answer(feeds.encoder(feed.agent()), Verb.SIGN_IN, now, gateway.now(), id));
    }
}
