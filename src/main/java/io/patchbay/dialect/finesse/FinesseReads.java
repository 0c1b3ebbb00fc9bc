package io.patchbay.dialect.finesse;

import io.patchbay.dialect.finesse.frame.FinesseEncoder;
import io.patchbay.dialect.finesse.frame.SiteXml;
import io.patchbay.dialect.finesse.frame.SiteXml.Category;
import io.patchbay.dialect.finesse.frame.UserXml;
import io.patchbay.dialect.finesse.request.FinesseRefused;
import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.reading.Roles;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** The objects that agents read. A stage completes with {@link FinesseRefused} where there is no such object for the agent. */
public final class FinesseReads {
    static final Duration LOOKUP = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final FinesseFeeds feeds;
    private final Directory directory;
    private final PresenceWatch presences;
    private final SiteXml site;
    private final UserXml users;

    public FinesseReads(CommandGateway gateway, FinesseFeeds feeds, Directory directory, PresenceWatch presences) {
        this.gateway = gateway;
        this.feeds = feeds;
        this.directory = directory;
        this.presences = presences;
        this.site = new SiteXml(directory);
        this.users = new UserXml(directory);
    }

    /** @param path decoded segments below the base */
    CompletionStage<Element> read(AgentEntry agent, List<String> path, Map<String, String> query) {
        String collection = path.isEmpty() ? "" : path.get(0);
        return switch (collection + "/" + path.size()) {
            case "SystemInfo/1" -> done(SiteXml.systemInfo(gateway.now()));
            case "Users/1" -> users(agent);
            case "Team/2" -> team(agent, path.get(1));
            case "User/2" -> user(agent, path.get(1));
            case "User/3" -> partOfUser(agent, path, query);
            case "Dialog/2" -> own(agent, (encoder, now) -> encoder.dialog(path.get(1), now, gateway.now())
                    .orElseThrow(FinesseRefused::noDialog));
            default -> throw FinesseRefused.notFound();
        };
    }

    private CompletionStage<Element> user(AgentEntry agent, String named) {
        AgentEntry user = directory.user(named).filter(other -> isSeen(agent, other)).orElseThrow(FinesseRefused::noUser);
        return user.id().equals(agent.id()) ? own(agent, (encoder, now) -> users.of(agent, now, gateway.now()))
                : presences.read(List.of(user.id()), LOOKUP).thenApply(all -> users.of(user,
                        new Replicas(all.getOrDefault(user.id(), Agent.SIGNED_OUT), Map.of()), gateway.now()));
    }

    private CompletionStage<Element> partOfUser(AgentEntry agent, List<String> path, Map<String, String> query) {
        if (directory.user(path.get(1)).filter(user -> user.id().equals(agent.id())).isEmpty()) {
            throw FinesseRefused.noUser();
        }
        return switch (path.get(2)) {
            case "Dialogs" -> own(agent, (encoder, now) -> encoder.dialogs(now, gateway.now()));
            case "ReasonCodes" -> done(site.reasonCodes(category(query)));
            case "WrapUpReasons" -> done(site.wrapUpReasons());
            default -> throw FinesseRefused.notFound();
        };
    }

    private static Category category(Map<String, String> query) {
        String named = Optional.ofNullable(query.get("category")).filter(text -> !text.isBlank()).orElseThrow(
                () -> new FinesseRefused(ErrorType.PARAMETER_MISSING, "category", "The request needs the parameter category."));
        return Arrays.stream(Category.values()).filter(each -> each.name().equals(named)).findFirst().orElseThrow(
                () -> new FinesseRefused(ErrorType.INVALID_INPUT, "category", "The category must be NOT_READY, LOGOUT or ALL."));
    }

    /** The agents of all teams of a supervisor. */
    private CompletionStage<Element> users(AgentEntry agent) {
        supervises(agent);
        List<AgentEntry> all = directory.users().stream().filter(user -> isSeen(agent, user)).toList();
        return states(all).thenApply(states -> site.users(all, states, gateway.now()));
    }

    private CompletionStage<Element> team(AgentEntry agent, String name) {
        supervises(agent);
        if (!agent.teams().contains(name)) {
            throw FinesseRefused.notFound();
        }
        List<AgentEntry> all = directory.team(name).stream().filter(Roles::works).toList();
        return states(all).thenApply(states -> site.team(name, all, states, gateway.now()));
    }

    private static void supervises(AgentEntry agent) {
        if (agent.role() != AgentEntry.Role.SUPERVISOR) {
            throw FinesseRefused.noSupervisor();
        }
    }

    private boolean isSeen(AgentEntry agent, AgentEntry other) {
        return Roles.works(other) && (other.id().equals(agent.id()) || directory.supervises(agent.id(), other.id()));
    }

    private CompletionStage<Map<AgentId, Agent>> states(List<AgentEntry> all) {
        return presences.read(all.stream().map(AgentEntry::id).toList(), LOOKUP);
    }

    /** From the state after all requests of the agent that were accepted here before. */
    private CompletionStage<Element> own(AgentEntry agent, BiFunction<FinesseEncoder, Replicas, Element> object) {
        return feeds.of(agent).thenCompose(feed -> feed.read().thenCompose(snapshot -> {
            CompletableFuture<Element> read = new CompletableFuture<>();
            return feed.between(now -> {
                try {
                    read.complete(object.apply(feeds.encoder(agent.id()), now));
                } catch (FinesseRefused refused) {
                    read.completeExceptionally(refused);
                }
            }).thenCompose(done -> read);
        }));
    }

    private static CompletionStage<Element> done(Element object) {
        return CompletableFuture.completedFuture(object);
    }
}
