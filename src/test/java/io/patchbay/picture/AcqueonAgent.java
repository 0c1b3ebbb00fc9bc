package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.AgentId;
import io.patchbay.model.Subject;
import io.patchbay.picture.AcqueonClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * An Acqueon agent: presses mostly buttons that its picture shows as enabled, which then must be accepted, and now and then another,
 * which must be refused; sets its state and dials. Now and then it loses its connection. An answer against the picture has its excuse
 * if something was on its way that the request did not know.
 */
final class AcqueonAgent implements RandomDesktop {
    private static final long A_MOMENT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** How often nothing is sent: the fewer buttons there are, the longer one waits. */
    private static final int LEISURE = 10;
    private static final String NO_DIALOG = "Dialog Not Found";
    private static final Set<String> OF_A_PAIR = Set.of("TRANSFER", "CONFERENCE");
    private static final Set<String> REFUSALS = Set.of("Invalid State", NO_DIALOG);
    /** An agent's own extension is an input that no consult takes. */
    private static final Set<String> DESTINATION = Set.of("Invalid Destination", "Invalid Input", "Invalid State");

    private final AcqueonClient client;
    private final String skill;
    private final Random random;
    private final Answers answers;
    private final List<Open> open = new ArrayList<>();

    /** A refusal that needs an excuse. */
    private record Open(AcqueonRequest request, Reply reply, int sentAfter) { }

    private AcqueonAgent(AcqueonClient client, String skill, Random random, Answers answers) {
        this.client = client;
        this.skill = skill;
        this.random = random;
        this.answers = answers;
    }

    /** Ready for calls. @param skill of outside calls, or empty */
    static AcqueonAgent signedIn(URI gateway, String agent, String extension, String skill, Random random, Answers answers) {
        AcqueonClient client = new AcqueonClient(agent, extension, heard -> Wire.webSocket(gateway, "/acqueon", heard));
        client.signIn();
        AcqueonAgent desktop = new AcqueonAgent(client, skill, random, answers);
        desktop.accepted("Agent", "SetReadyState");
        return desktop;
    }

    private void accepted(String topic, String verb) {
        Reply reply = client.ask(topic, verb, "{}").join();
        assertThat(reply.isRefusal()).as("%s is answered %s %s", verb, reply, client.history()).isFalse();
    }

    @Override
    public String agent() {
        return client.agent();
    }

    @Override
    public void act(List<RandomDesktop> others) throws InterruptedException {
        client.check();
        if (random.nextInt(60) == 0) {
            client.signIn();
            return;
        }
        AcqueonRequest request;
        int before;
        CompletableFuture<Reply> reply;
        // Others may ask this one: not while the client is held.
        List<String> theirs = random.nextInt(20) == 0 ? others.stream().flatMap(other -> other.calls().stream()).toList() : List.of();
        synchronized (client) {
            List<AcqueonRequest> could = !theirs.isEmpty() ? foreign(theirs) : random.nextInt(10) == 0 ? odd() : listed();
            before = client.toldCount();
            int choice = random.nextInt(could.size() + LEISURE);
            if (choice >= could.size()) {
                client.awaitMore(before, A_MOMENT);
                return;
            }
            request = could.get(choice);
            reply = client.ask(request.topic(), request.verb(), request.data());
        }
        judge(request, reply.join(), before);
    }

    private Map<String, DialogView> dialogs() {
        return client.picture().dialogs().all();
    }

    private List<AcqueonRequest> listed() {
        List<AcqueonRequest> all = new ArrayList<>(List.of(AcqueonRequest.sync(), AcqueonRequest.notReady(random)));
        dialogs().forEach((id, dialog) -> {
            if (dialog.isIn(DialogView.WRAP_UP)) {
                add(all, 6, AcqueonRequest.wrapUp(id, AcqueonRequest.LISTED));
            }
            if (dialog.isIn("ACTIVE") || dialog.isIn("HELD")) {
                all.add(AcqueonRequest.wrapUp(id, AcqueonRequest.LISTED));
            }
            dialog.actions().forEach(action -> add(all, AcqueonRequest.weight(action), on(id, action, AcqueonRequest.LISTED)));
        });
        boolean works = !dialogs().isEmpty();
        add(all, works || client.picture().state().startsWith("READY") ? 1 : 10, AcqueonRequest.ready());
        add(all, works ? 1 : 3, AcqueonRequest.dial(skill, random));
        return all;
    }

    private static void add(List<AcqueonRequest> all, int times, AcqueonRequest request) {
        for (int i = 0; i < times; i++) {
            all.add(request);
        }
    }

    private AcqueonRequest on(String dialog, String action, String expected) {
        return AcqueonRequest.on(dialog, action, client.extension(), skill, expected, random);
    }

    /** What no button is enabled for. Either call of a pair may be named, and data may be set at any time. */
    private List<AcqueonRequest> odd() {
        List<AcqueonRequest> all = new ArrayList<>();
        add(all, LEISURE, AcqueonRequest.malformed(random));
        dialogs().forEach((id, dialog) -> AcqueonRequest.actions().stream().filter(action -> !dialog.actions().contains(action))
                .filter(action -> !action.equals("UPDATE_CALL_DATA") && !(OF_A_PAIR.contains(action) && isListed(action)))
                .forEach(action -> all.add(on(id, action, AcqueonRequest.NOT_LISTED))));
        return all;
    }

    private boolean isListed(String action) {
        return dialogs().values().stream().anyMatch(dialog -> dialog.actions().contains(action));
    }

    private List<AcqueonRequest> foreign(List<String> calls) {
        return calls.stream().filter(id -> !dialogs().containsKey(id))
                .map(id -> on(id, Numbers.any(AcqueonRequest.actions(), random), NO_DIALOG)).toList();
    }

    /** @param before how much the client was told when it sent the request */
    private void judge(AcqueonRequest request, Reply reply, int before) {
        if (!reply.isRefusal()) {
            answers.came(request.verb());
        }
        String error = reply.isRefusal() ? reply.errorType() : "";
        boolean other = request.dependsOnDestination() && DESTINATION.contains(error);
        boolean good = switch (request.expected()) {
            case AcqueonRequest.LISTED, AcqueonRequest.NOT_LISTED -> error.isEmpty() || other || REFUSALS.contains(error);
            case AcqueonRequest.OPEN -> error.isEmpty() || other || error.equals("Invalid State");
            case NO_DIALOG -> other || error.equals(NO_DIALOG) || error.equals("Invalid State") || error.isEmpty();
            default -> error.equals(request.expected());
        };
        if (!good) {
            throw new AssertionError(request + " should not be answered like this: " + reply + client.history());
        }
        if (request.expected().equals(AcqueonRequest.LISTED) && reply.isRefusal() && !other) {
            open.add(new Open(request, reply, before));
        }
        boolean unexpected = request.expected().equals(AcqueonRequest.NOT_LISTED) && !reply.isRefusal()
                || request.expected().equals(NO_DIALOG) && !other && !error.equals(NO_DIALOG);
        if (unexpected) {
            excused(request, reply, client.told(before, reply.isRefusal() ? client.toldCount() : reply.before()));
        }
    }

    private void excused(AcqueonRequest request, Reply reply, List<String> told) {
        assertThat(told).as("what came after %s was sent and answered: %s%s", request, reply, client.history())
                .containsAnyOf(request.dialog(), AcqueonClient.ALL);
    }

    @Override
    public List<String> chats() {
        return List.of();
    }

    @Override
    public List<String> calls() {
        synchronized (client) {
            return client.picture().dialogs().calls();
        }
    }

    @Override
    public void compare(Map<Subject, Seen> cells) {
        client.check();
        DialogCells wanted = new DialogCells(cells, new AgentId(agent()));
        synchronized (client) {
            SortedMap<String, String> known = new TreeMap<>(Map.of("state", client.picture().state()));
            client.picture().dialogs().calls().forEach(id -> known.put(id, dialogs().get(id).toString()));
            SortedMap<String, String> holds = new TreeMap<>(Map.of("state", wanted.state()));
            wanted.dialogs().forEach((id, dialog) -> holds.put(id, dialog.toString()));
            assertThat(RandomDesktop.differences(known, holds)).as("%s knows, and the grid holds%s", agent(), client.history()).isEmpty();
            assertThat(client.picture().dialogs().wrapUps()).as("dialogs of %s that wait for a wrap-up%s", agent(), client.history())
                    .isLessThanOrEqualTo(wanted.wrapUps());
        }
    }

    @Override
    public void checkExcuses() {
        for (Open one : open) {
            excused(one.request, one.reply, client.told(one.sentAfter, client.toldCount()));
        }
        open.clear();
    }

    /** An agent logs out from not ready, and so from no call. */
    @Override
    public void logout() {
        await().atMost(PATIENCE).until(() -> {
            calls().forEach(this::leave);
            return calls().isEmpty();
        });
        accepted("Agent", "SetNotReadyState");
        accepted("Connection", "Logout");
    }

    /** A call that rings is answered first. It may be over meanwhile. */
    private void leave(String call) {
        CompletableFuture<Reply> reply;
        synchronized (client) {
            boolean rings = dialogs().containsKey(call) && dialogs().get(call).isIn("ALERTING");
            AcqueonRequest request = on(call, rings ? "ANSWER" : "DROP", AcqueonRequest.OPEN);
            reply = client.ask(request.topic(), request.verb(), request.data());
        }
        reply.join();
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
