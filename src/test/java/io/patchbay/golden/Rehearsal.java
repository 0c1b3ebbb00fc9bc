package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A far end that answers with the transcript's own expectations, made concrete: what a gateway that keeps to the transcript would send.
 * Frames may be changed before it is played, to show that the player notices.
 */
final class Rehearsal implements FarEnd, Step.Cases<Void> {

    /** The frames each client will be sent, in order. */
    final Map<String, List<JsonNode>> frames = new LinkedHashMap<>();
    private final Map<String, Integer> closes = new HashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<String> outcomes = new ArrayDeque<>();
    private final Deque<JsonNode> records = new ArrayDeque<>();
    private final PatternValues imagination = new PatternValues();
    private final List<String> sent = new ArrayList<>();
    /** Frames as a client reads them, for all far ends that send the same ones. */
    private final Map<JsonNode, JsonNode> read;
    private int markers;

    Rehearsal(Transcript transcript) {
        read = new IdentityHashMap<>();
        transcript.steps().forEach(step -> step.match(this));
        if (!transcript.open()) {
            frames.keySet().stream().filter(client -> !closes.containsKey(client)).forEach(this::marker);
        }
    }

    private Rehearsal(Rehearsal other, String client, List<JsonNode> instead) {
        read = other.read;
        frames.putAll(other.frames);
        frames.put(client, instead);
        closes.putAll(other.closes);
        answers.addAll(other.answers);
        outcomes.addAll(other.outcomes);
        records.addAll(other.records);
    }

    /** The same far end, sending one client other frames. */
    Rehearsal sending(String client, List<JsonNode> instead) {
        return new Rehearsal(this, client, instead);
    }

    @Override
    public Line open(String client) {
        Deque<JsonNode> queue = new ArrayDeque<>(frames.getOrDefault(client, List.of()));
        return new Line() {
            @Override
            public void send(String text) {
                sent.add(text);
            }

            @Override
            public Optional<String> next() {
                return Optional.ofNullable(queue.poll()).map(JsonNode::toString);
            }

            @Override
            public Optional<JsonNode> nextFrame() {
                return Optional.ofNullable(queue.poll()).map(frame -> read.computeIfAbsent(frame, one -> Player.parse(one.toString())));
            }

            @Override
            public Optional<Integer> closed() {
                return Optional.ofNullable(closes.get(client));
            }

            @Override
            public void leave() {
                queue.clear();
            }
        };
    }

    @Override
    public Answer http(String user, String path, JsonNode body) {
        return answers.remove();
    }

    @Override
    public Answer request(Step.Ask ask) {
        return answers.remove();
    }

    @Override
    public void listen(Step.Subscribe subscribe) {
        // Its frames come anyway.
    }

    @Override
    public Optional<JsonNode> record(String topic, String key) {
        return Optional.ofNullable(records.poll());
    }

    @Override
    public String command(JsonNode command) {
        return outcomes.remove();
    }

    @Override
    public Void middleware(Step.Middleware step) {
        outcomes.add(step.outcome());
        return null;
    }

    @Override
    public Void records(Step.Records step) {
        step.records().forEach(record -> records.add(imagination.concrete("", record)));
        return null;
    }

    @Override
    public Void send(Step.Send step) {
        return heard(step.client());
    }

    @Override
    public Void sendRaw(Step.SendRaw step) {
        return heard(step.client());
    }

    @Override
    public Void http(Step.Http step) {
        return answer(step.status(), step.reply(), List.of());
    }

    @Override
    public Void ask(Step.Ask step) {
        heard(step.client());
        return answer(step.status(), step.reply(), step.sets() == null ? List.of() : step.sets());
    }

    private Void answer(int status, JsonNode reply, List<String> sets) {
        answers.add(new Answer(status, reply == null ? TextNode.valueOf("") : imagination.concrete("", reply), sets));
        return null;
    }

    @Override
    public Void subscribe(Step.Subscribe step) {
        return heard(step.client());
    }

    @Override
    public Void expect(Step.Expect step) {
        heard(step.client());
        List<JsonNode> all = frames.get(step.client());
        all.addAll(imagination.concrete(step.client(), step.frames()));
        return null;
    }

    @Override
    public Void silence(Step.Silence step) {
        heard(step.client());
        marker(step.client());
        return null;
    }

    @Override
    public Void closed(Step.Closed step) {
        heard(step.client());
        closes.put(step.client(), step.code());
        return null;
    }

    @Override
    public Void leave(Step.Leave step) {
        closes.put(step.client(), 1000);
        return heard(step.client());
    }

    private Void heard(String client) {
        frames.computeIfAbsent(client, name -> new ArrayList<>());
        return null;
    }

    private void marker(String client) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        frames.get(client).add(reply.put("requestId", Player.marker(++markers)));
    }
}
