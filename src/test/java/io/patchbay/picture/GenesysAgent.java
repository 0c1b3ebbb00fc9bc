package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.AgentId;
import io.patchbay.model.Subject;
import io.patchbay.picture.GenesysClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A Genesys agent: sends mostly operations that its picture lists, which then must be accepted, and now and then another, or
 * one of somebody else's contact; sets its state and dials. Now and then it loses its CometD session.
 */
final class GenesysAgent implements RandomDesktop {
    private static final long A_MOMENT = 20;
    /** How often nothing is sent: the fewer operations there are, the longer one waits. */
    private static final int LEISURE = 10;
    private static final List<String> STATES = List.of("NotReady", "AuxWork", "AfterCallWork", "Offline");

    private final GenesysClient client;
    private final String extension;
    private final Random random;
    private final GenesysJudge judge;

    private GenesysAgent(GenesysClient client, String extension, Random random, Answers answers) {
        this.client = client;
        this.extension = extension;
        this.random = random;
        this.judge = new GenesysJudge(client, answers);
    }

    /** In a session of its own, ready for calls and chats. */
    static GenesysAgent signedIn(URI gateway, String agent, String extension, Random random, Answers answers) {
        GenesysAgent desktop = new GenesysAgent(new GenesysClient(gateway, agent), extension, random, answers);
        String start = "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\",\"chat\"]}";
        desktop.accepted(start);
        desktop.logout();
        desktop.client.listen(true);
        desktop.accepted(start);
        desktop.accepted("{\"operationName\":\"Ready\"}");
        return desktop;
    }

    private void accepted(String body) {
        assertThat(client.ask("POST", "/me", body).code()).as("%s %s", body, client.history()).isZero();
    }

    @Override
    public String agent() {
        return client.agent();
    }

    @Override
    public void act(List<RandomDesktop> others) throws InterruptedException {
        client.check();
        if (random.nextInt(60) == 0) {
            client.listen(false);
            return;
        }
        GenesysRequest request;
        int before;
        CompletableFuture<Reply> reply;
        String key = random.nextInt(3) == 0 ? UUID.randomUUID().toString() : "";
        List<GenesysRequest> theirs = random.nextInt(20) == 0 ? foreign(others) : List.of();
        synchronized (client) {
            List<GenesysRequest> could = !theirs.isEmpty() ? notMine(theirs) : random.nextInt(12) == 0 ? odd() : listed();
            before = client.toldCount();
            int choice = random.nextInt(could.size() + LEISURE);
            if (choice >= could.size()) {
                client.awaitMore(before, A_MOMENT);
                return;
            }
            request = could.get(choice);
            reply = send(request, key);
        }
        judge.take(request, reply.join(), before, key);
        // A request that was refused before it had a command may be accepted later.
        if (!key.isEmpty() && reply.join().body().path("statusCode").asInt(-1) == 0 && random.nextInt(10) == 0) {
            assertThat(send(request, key).join()).as("repeated: %s %s", request, client.history()).isEqualTo(reply.join());
        }
    }

    private CompletableFuture<Reply> send(GenesysRequest request, String key) {
        return client.asked("POST", request.url(), request.body(), key.isEmpty() ? new String[0] : new String[] {"Idempotency-Key", key});
    }

    private List<GenesysRequest> listed() {
        List<GenesysRequest> all = new ArrayList<>();
        client.picture().resources().forEach((path, resource) -> {
            resource.capabilities.forEach(capability -> {
                for (int i = 0; i < GenesysRequest.weight(path, capability); i++) {
                    all.add(GenesysRequest.listed(path, capability, random));
                }
            });
            if (path.startsWith("channels/")) {
                for (int i = 0; i < (resource.is("Ready") ? 0 : 12); i++) {
                    all.add(GenesysRequest.state("/me/" + path, "Ready"));
                }
                all.add(GenesysRequest.state(random.nextInt(3) == 0 ? "/me" : "/me/" + path, STATES.get(random.nextInt(STATES.size()))));
            }
        });
        for (int i = 0; i < (client.picture().ids(true).isEmpty() ? 2 : 1); i++) {
            all.add(GenesysRequest.dial(extension, random));
        }
        return all;
    }

    private List<GenesysRequest> odd() {
        return client.picture().resources().entrySet().stream().filter(each -> !each.getValue().capabilities.isEmpty())
                .flatMap(each -> random.ints(LEISURE).mapToObj(i -> GenesysRequest.odd(each.getKey(), random))).toList();
    }

    /** Asks others, which may ask this one: not while the client is held. */
    private List<GenesysRequest> foreign(List<RandomDesktop> others) {
        List<GenesysRequest> all = new ArrayList<>();
        others.forEach(other -> {
            other.calls().forEach(id -> all.add(GenesysRequest.foreign("calls/" + id, random)));
            other.chats().forEach(id -> all.add(GenesysRequest.foreign("chats/" + id, random)));
        });
        return all;
    }

    private List<GenesysRequest> notMine(List<GenesysRequest> all) {
        Collection<String> own = client.picture().resources().keySet();
        return all.stream().filter(request -> !own.contains(request.path())).toList();
    }

    @Override
    public List<String> chats() {
        return ids(false);
    }

    @Override
    public List<String> calls() {
        return ids(true);
    }

    private List<String> ids(boolean calls) {
        synchronized (client) {
            return client.picture() == null ? List.of() : client.picture().ids(calls);
        }
    }

    @Override
    public void compare(Map<Subject, Seen> cells) {
        client.check();
        synchronized (client) {
            assertThat(RandomDesktop.differences(client.picture().written(GenesysResource::seen),
                    GenesysCells.of(cells, new AgentId(agent())))).as("%s knows, and the grid holds%s", agent(), client.history())
                    .isEmpty();
        }
        GenesysPicture read = client.read(true);
        synchronized (client) {
            assertThat(RandomDesktop.differences(client.picture().written(GenesysResource::whole),
                    read.written(GenesysResource::whole))).as("%s knows, and reads%s", agent(), client.history()).isEmpty();
        }
    }

    @Override
    public void checkExcuses() {
        judge.checkExcuses();
        client.picture().settled();
    }

    @Override
    public void logout() {
        accepted("{\"operationName\":\"EndContactCenterSession\"}");
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
