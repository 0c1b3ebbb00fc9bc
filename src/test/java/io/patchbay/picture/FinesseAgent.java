package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.AgentId;
import io.patchbay.model.Subject;
import io.patchbay.picture.FinesseClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A Finesse agent: asks mostly for actions that its dialogs list, which then must be accepted, and now and then for another, which must
 * be refused at once; sets its state and dials. Now and then it loses its connection. An answer against the picture has its excuse if
 * something was on its way that the request did not know.
 */
final class FinesseAgent implements RandomDesktop {
    private static final long A_MOMENT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** How often nothing is sent: the fewer actions there are, the longer one waits. */
    private static final int LEISURE = 10;
    private static final Set<String> OF_A_PAIR = Set.of("TRANSFER", "CONFERENCE");
    private static final Set<String> REFUSALS = Set.of("Invalid State", FinesseRequest.NO_DIALOG);
    private static final Set<String> DESTINATION = Set.of("Invalid Destination", "Invalid Input", "Invalid State");
    private static final Set<String> FAILURES = Set.of("CF_INVALID_OBJECT_STATE", "CF_RESOURCE_BUSY");

    private final FinesseClient client;
    private final Random random;
    private final Answers answers;
    private final List<Sent> sent = new ArrayList<>();

    /** A request on a dialog. @param after so much was told */
    private record Sent(FinesseRequest request, Reply reply, int after) { }

    private FinesseAgent(FinesseClient client, Random random, Answers answers) {
        this.client = client;
        this.random = random;
        this.answers = answers;
    }

    /** Ready for calls. */
    static FinesseAgent signedIn(URI gateway, String agent, String extension, Random random, Answers answers) {
        FinesseAgent desktop = new FinesseAgent(new FinesseClient(gateway, agent, extension), random, answers);
        desktop.client.connect();
        desktop.accepted(FinesseRequest.state(agent, "LOGIN", "<extension>" + extension + "</extension>"));
        desktop.accepted(FinesseRequest.state(agent, "READY", ""));
        return desktop;
    }

    private void accepted(FinesseRequest request) {
        Reply reply = client.ask(request).join();
        assertThat(reply.isRefusal()).as("%s is answered %s %s", request, reply, client.history()).isFalse();
    }

    @Override
    public String agent() {
        return client.agent();
    }

    @Override
    public void act(List<RandomDesktop> others) throws InterruptedException {
        client.check();
        if (random.nextInt(60) == 0) {
            client.connect();
            return;
        }
        FinesseRequest request;
        int before;
        CompletableFuture<Reply> reply;
        // Others may ask this one: not while the client is held.
        List<String> theirs = random.nextInt(20) == 0 ? others.stream().flatMap(other -> other.calls().stream()).toList() : List.of();
        synchronized (client) {
            List<FinesseRequest> could = !theirs.isEmpty() ? foreign(theirs) : random.nextInt(10) == 0 ? odd() : listed();
            before = client.toldCount();
            int choice = random.nextInt(could.size() + LEISURE);
            if (choice >= could.size()) {
                client.awaitMore(before, A_MOMENT);
                return;
            }
            request = could.get(choice);
            reply = client.ask(request);
        }
        judge(new Sent(request, reply.join(), before));
    }

    private Map<String, DialogView> dialogs() {
        return client.picture().dialogs().all();
    }

    private List<FinesseRequest> listed() {
        List<FinesseRequest> all = new ArrayList<>(List.of(FinesseRequest.notReady(agent(), random)));
        dialogs().forEach((id, dialog) -> {
            if (dialog.isIn("ACTIVE") || dialog.isIn("HELD") || dialog.isIn(DialogView.WRAP_UP)) {
                add(all, dialog.isIn(DialogView.WRAP_UP) ? 6 : 1, FinesseRequest.wrapUp(id));
            }
            dialog.actions().forEach(action -> add(all, FinesseRequest.weight(action), on(id, action, FinesseRequest.LISTED)));
        });
        boolean works = !dialogs().isEmpty();
        add(all, works || client.picture().state().startsWith("READY") ? 1 : 10, FinesseRequest.state(agent(), "READY", ""));
        add(all, works ? 1 : 3, FinesseRequest.dial(agent(), client.extension(), random));
        return all;
    }

    private static void add(List<FinesseRequest> all, int times, FinesseRequest request) {
        for (int i = 0; i < times; i++) {
            all.add(request);
        }
    }

    private FinesseRequest on(String dialog, String action, String expected) {
        return FinesseRequest.on(dialog, action, client.extension(), expected, random);
    }

    /** What no participant lists. Either call of a pair may be named. */
    private List<FinesseRequest> odd() {
        List<FinesseRequest> all = new ArrayList<>();
        add(all, LEISURE, FinesseRequest.malformed(client.extension(), random));
        List<String> listed = dialogs().values().stream().flatMap(dialog -> dialog.actions().stream()).toList();
        dialogs().forEach((id, dialog) -> FinesseRequest.actions().stream().filter(action -> !dialog.actions().contains(action))
                .filter(action -> !(OF_A_PAIR.contains(action) && listed.contains(action)))
                .forEach(action -> all.add(on(id, action, FinesseRequest.NOT_LISTED))));
        return all;
    }

    private List<FinesseRequest> foreign(List<String> calls) {
        return calls.stream().filter(id -> !dialogs().containsKey(id))
                .map(id -> on(id, Numbers.any(FinesseRequest.actions(), random), FinesseRequest.NO_DIALOG)).toList();
    }

    private void judge(Sent one) {
        FinesseRequest request = one.request;
        String error = one.reply.error();
        if (error.isEmpty()) {
            answers.came(request.action());
        }
        boolean other = request.dependsOnDestination() && DESTINATION.contains(error);
        boolean good = switch (request.expected()) {
            case FinesseRequest.LISTED, FinesseRequest.NOT_LISTED, FinesseRequest.NO_DIALOG ->
                    error.isEmpty() || other || REFUSALS.contains(error);
            case FinesseRequest.OPEN -> error.isEmpty() || other || error.equals("Invalid State");
            default -> error.equals(request.expected());
        };
        if (!good) {
            throw new AssertionError(request + " should not be answered like this: " + one.reply + client.history());
        }
        if (!other && !request.dialog().isEmpty()) {
            sent.add(one);
        }
    }

    @Override
    public void checkExcuses() {
        sent.forEach(this::checkExcuse);
        sent.clear();
    }

    /** Also of what failed after it was accepted. */
    private void checkExcuse(Sent one) {
        FinesseRequest request = one.request;
        Optional<String> failure = client.error(one.reply.requestId());
        boolean refused = one.reply.isRefusal() || failure.filter(FAILURES::contains).isPresent() && !request.dependsOnDestination();
        assertThat(failure.isEmpty() || FAILURES.contains(failure.get()) || request.dependsOnDestination())
                .as("%s failed: %s%s", request, failure, client.history()).isTrue();
        List<String> before = client.toldBefore(one.reply.requestId(), one.after);
        switch (request.expected()) {
            case FinesseRequest.LISTED -> excused(one, refused, client.told(one.after));
            case FinesseRequest.NOT_LISTED -> excused(one, !one.reply.isRefusal(), before);
            case FinesseRequest.NO_DIALOG -> excused(one, !one.reply.error().equals(FinesseRequest.NO_DIALOG), before);
            default -> { }
        }
    }

    private void excused(Sent one, boolean unexpected, List<String> told) {
        if (unexpected) {
            assertThat(told).as("what came after %s was sent and answered: %s%s", one.request, one.reply, client.history())
                    .containsAnyOf(one.request.dialog(), FinesseClient.ALL);
        }
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
        SortedMap<String, String> holds = new TreeMap<>(Map.of("state", wanted.state()));
        wanted.dialogs().forEach((id, dialog) -> holds.put(id, dialog.withoutAlternation().toString()));
        synchronized (client) {
            SortedMap<String, String> known = new TreeMap<>(Map.of("state", client.picture().state()));
            calls().forEach(id -> known.put(id, dialogs().get(id).toString()));
            assertThat(RandomDesktop.differences(known, holds)).as("%s knows, and the grid holds%s", agent(), client.history()).isEmpty();
            assertThat(client.picture().dialogs().wrapUps()).as("dialogs of %s that wait for a wrap-up%s", agent(), client.history())
                    .isLessThanOrEqualTo(wanted.wrapUps());
            assertThat(client.picture().views(client.dialogs())).as("%s reads, and knows%s", agent(), client.history())
                    .isEqualTo(dialogs());
        }
    }

    /** An agent logs out from not ready, and so from no call. */
    @Override
    public void logout() {
        await().atMost(PATIENCE).until(() -> {
            calls().forEach(this::leave);
            return calls().isEmpty();
        });
        accepted(FinesseRequest.state(agent(), "NOT_READY", ""));
        accepted(FinesseRequest.state(agent(), "LOGOUT", ""));
    }

    /** A call that rings is answered first. It may be over meanwhile. */
    private void leave(String call) {
        boolean rings;
        synchronized (client) {
            rings = dialogs().containsKey(call) && dialogs().get(call).isIn("ALERTING");
        }
        client.ask(on(call, rings ? "ANSWER" : "DROP", FinesseRequest.OPEN)).join();
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
