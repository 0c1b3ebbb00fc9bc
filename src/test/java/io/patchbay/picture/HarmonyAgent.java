package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.AgentId;
import io.patchbay.model.Subject;
import io.patchbay.picture.PictureObject.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Presses buttons: mostly those its picture shows as enabled, which then must be accepted, now and then another, which must be refused.
 * An answer against the picture has its excuse if what changed the picture was on its way, that is, comes after the request was sent;
 * so has anything that happened before it came back to all anew.
 */
final class HarmonyAgent implements RandomDesktop {
    private static final Set<String> REFUSALS = Set.of("INVALID_STATE", "UNKNOWN_TARGET");
    private static final Set<String> REPEATABLE = Set.of("interaction.recording.start", "interaction.recording.stop");
    private static final long A_MOMENT = 20;
    /** How often nothing is pressed: the fewer buttons there are, the longer one waits. */
    private static final int LEISURE = 10;

    private final Client client;
    private final Random random;
    private final Answers answers;
    private final List<Open> open = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private int seen;

    /** An answer that needs an excuse. @param type of the change that would be one */
    private record Open(Request request, JsonNode reply, int sentAfter, String type) { }

    HarmonyAgent(Client client, Random random, Answers answers) {
        this.client = client;
        this.random = random;
        this.answers = answers;
    }

    @Override
    public String agent() {
        return client.agent();
    }

    @Override
    public void act(List<RandomDesktop> others) throws InterruptedException {
        client.check();
        int kind = random.nextInt(20);
        if (kind == 0) {
            notMine(others.stream().flatMap(other -> other instanceof HarmonyAgent same ? Stream.of(same.client) : Stream.empty())
                    .toList());
        } else if (random.nextInt(50) == 0) {
            client.comeBack();
        } else {
            press(kind > 2);
        }
    }

    private void press(boolean enabled) throws InterruptedException {
        Request request;
        int before;
        CompletableFuture<JsonNode> reply;
        synchronized (client) {
            List<Request> could = buttons(enabled);
            before = client.eventCount();
            int choice = random.nextInt(could.size() + LEISURE);
            if (choice >= could.size()) {
                client.awaitEvent(before, A_MOMENT);
                return;
            }
            request = could.get(choice);
            reply = client.ask(request.command(), request.target(), request.data());
        }
        judge(request, random.nextInt(50) == 0 ? lostAndAskedAgain(request, reply) : reply.join(), before, enabled);
    }

    /** A reply that is lost with the connection is fetched by asking once more under the same id. */
    private JsonNode lostAndAskedAgain(Request request, CompletableFuture<JsonNode> reply) {
        String id = client.lastId();
        client.comeBack();
        answers.repeated(client, id);
        return reply.isDone() ? reply.join() : client.ask(id, request.command(), request.target(), request.data()).join();
    }

    private List<Request> buttons(boolean enabled) {
        List<Request> all = new ArrayList<>();
        client.picture().things().forEach((target, thing) -> Request.of(thing.kind).stream().sorted()
                .filter(capability -> thing.enabled.contains(capability) == enabled)
                .forEach(capability -> {
                    for (int i = 0; i < weight(thing, capability); i++) {
                        all.add(Request.of(capability, target, random));
                    }
                }));
        return all;
    }

    /** Who is at work asks less often for what comes after. */
    private static int weight(PictureObject thing, String capability) {
        boolean later = capability.equals("channel.ready") && "BUSY RESERVED".contains(thing.facts.getOrDefault("agentstate", "-"));
        return later ? 1 : Request.weight(thing.kind, capability);
    }

    /** Another agent's object, or one that is gone. */
    private void notMine(List<Client> others) {
        Client other = others.get(random.nextInt(others.size()));
        List<Request> could = new ArrayList<>();
        synchronized (other) {
            other.picture().things().forEach((target, thing) -> Request.of(thing.kind).stream().sorted()
                    .forEach(capability -> could.add(Request.of(capability, target, random))));
        }
        int before;
        CompletableFuture<JsonNode> reply;
        Request request;
        synchronized (client) {
            client.eventsFrom(seen).stream().filter(e -> e.path("name").asText().equals("conversation.disposed"))
                    .forEach(e -> gone.add(e.path("target").asText()));
            seen = client.eventCount();
            gone.stream().filter(target -> !client.picture().things().containsKey(target))
                    .forEach(target -> could.add(Request.of("conversation.release", target, random)));
            before = seen;
            if (could.isEmpty()) {
                return;
            }
            request = could.get(random.nextInt(could.size()));
            reply = client.ask(request.command(), request.target(), request.data());
        }
        judge(request, reply.join(), before, false);
    }

    private void judge(Request request, JsonNode reply, int before, boolean enabled) {
        String result = reply.path("result").asText();
        boolean success = result.equals("success");
        answers.note(client, request, reply, success);
        String code = reply.at("/failure/code").asText();
        if (enabled && !success) {
            boolean other = request.dependsOnDestination() && (code.equals("INVALID_DATA") || code.equals("INVALID_STATE"));
            if (!other && !REFUSALS.contains(code)) {
                throw new AssertionError(request + " should not be refused like this: " + reply + client.history());
            }
            if (!other) {
                open.add(new Open(request, reply, before, "disable"));
            }
        } else if (!enabled && success && !REPEATABLE.contains(request.capability())) {
            open.add(new Open(request, reply, before, "enable"));
        } else if (!enabled && !success && code.equals("INTERNAL")) {
            throw new AssertionError(request + " should not be refused like this: " + reply + client.history());
        }
    }

    @Override
    public void compare(Map<Subject, Seen> cells) {
        client.check();
        synchronized (client) {
            SortedMap<String, String> wanted = GridPicture.of(cells, new AgentId(client.agent()), client.session());
            assertThat(RandomDesktop.differences(client.picture().written(), wanted)).as("%s knows, and the grid holds%s", client.agent(),
                    client.history()).isEmpty();
        }
    }

    @Override
    public void checkExcuses() {
        for (Open one : open) {
            if (client.eventsFrom(one.sentAfter).stream().noneMatch(event -> excuses(event, one))) {
                throw new AssertionError(client.agent() + " saw it " + (one.type.equals("enable") ? "disabled" : "enabled") + ": "
                        + one.request + "\nand nothing that came then says otherwise, but the answer was " + one.reply
                        + client.history());
            }
        }
        open.clear();
    }

    private static boolean excuses(JsonNode event, Open one) {
        String target = event.path("target").asText();
        String name = event.path("name").asText();
        boolean changed = name.equals("state.updated") && target.equals(one.request.target())
                && StreamSupport.stream(event.path("data").spliterator(), false).anyMatch(change ->
                        change.equals(change(one)));
        boolean gone = one.type.equals("disable") && name.endsWith(".disposed") && one.request.target().startsWith(target);
        return changed || gone || event.path("snapshot").asBoolean();
    }

    private static JsonNode change(Open one) {
        return JsonNodeFactory.instance.objectNode().put("name", one.request.capability()).put("type", one.type);
    }

    @Override
    public List<String> chats() {
        return ids(thing -> thing.kind == Kind.INTERACTION && thing.facts.get("type").equals("Chat"));
    }

    @Override
    public List<String> calls() {
        return ids(thing -> thing.kind == Kind.CONVERSATION);
    }

    private List<String> ids(Predicate<PictureObject> wanted) {
        synchronized (client) {
            return client.picture().things().entrySet().stream().filter(entry -> wanted.test(entry.getValue()))
                    .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1)).toList();
        }
    }

    @Override
    public void logout() {
        client.success("session.request.logout", client.session(), "{}");
    }

    @Override
    public void writeHistory(Path folder) throws IOException {
        client.history().write(folder);
    }

    @Override
    public void close() {
        client.close();
    }
}
