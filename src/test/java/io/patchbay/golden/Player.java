package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Plays one transcript against a far end and fails at the first frame that differs. Not reusable. */
final class Player implements Step.Cases<Void> {

    /** A command that nobody knows. */
    static final String MARKER = "golden.marker";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FarEnd farEnd;
    private final Names names = new Names();
    private final FramePattern pattern = new FramePattern(names);
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private int markers;

    Player(FarEnd farEnd) {
        this.farEnd = farEnd;
    }

    /** Plays all steps, then checks that every client's line is silent unless the transcript is open-ended. */
    void play(Transcript transcript) {
        int number = 0;
        for (Step step : transcript.steps()) {
            number++;
            try {
                step.match(this);
            } catch (AssertionError | IllegalStateException failure) {
                throw new AssertionError(transcript.name() + ", step " + number + " of " + transcript.steps().size() + ", " + step
                    + "\n  " + failure.getMessage() + "\n" + heard(), failure);
            }
        }
        if (!transcript.open()) {
            parties.values().stream().filter(party -> party.present).forEach(party -> silence(party, transcript.name() + ", at the end"));
        }
    }

    Map<String, Party> parties() {
        return parties;
    }

    Names names() {
        return names;
    }

    @Override
    public Void send(Step.Send step) {
        party(step.client()).line.send(names.fill(step.client(), step.message()).toString());
        return null;
    }

    @Override
    public Void sendRaw(Step.SendRaw step) {
        party(step.client()).line.send(names.fill(step.client(), step.text()));
        return null;
    }

    @Override
    public Void http(Step.Http step) {
        compare(step.status(), step.reply(), farEnd.http(step.user(), names.fill("", step.path()), filled(step.body())));
        return null;
    }

    @Override
    public Void ask(Step.Ask step) {
        party(step.client());
        FarEnd.Answer answer = farEnd.request(new Step.Ask(step.client(), step.with(), names.fill("", step.path()), filled(step.body()),
            step.status(), step.sets(), step.reply()));
        compare(step.status(), step.reply(), answer);
        if (step.sets() != null && !step.sets().equals(answer.sets())) {
            throw new AssertionError("the answer should set the cookies " + step.sets() + " but sets " + answer.sets());
        }
        return null;
    }

    @Override
    public Void subscribe(Step.Subscribe step) {
        party(step.client());
        farEnd.listen(step);
        return null;
    }

    private JsonNode filled(JsonNode body) {
        return body == null ? null : names.fill("", body);
    }

    private void compare(int status, JsonNode reply, FarEnd.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("status should be " + status + " but is " + answer.status() + " " + answer.body());
        }
        if (reply != null) {
            pattern.difference("", reply, answer.body()).ifPresent(difference -> {
                throw new AssertionError(difference + "\n  the whole answer: " + answer.body());
            });
        }
    }

    @Override
    public Void records(Step.Records step) {
        String key = names.fill("", step.key());
        for (JsonNode want : step.records()) {
            JsonNode got = farEnd.record(step.topic(), key).orElseThrow(() -> new AssertionError("no record came on " + step.topic()
                + " for " + key + ": " + want));
            pattern.difference("", ((ObjectNode) want.deepCopy()).put("messageType", "record"),
                ((ObjectNode) got.deepCopy()).put("messageType", "record")).ifPresent(difference -> {
                    throw new AssertionError(difference + "\n  wanted " + want + "\n  got    " + got);
                });
        }
        return null;
    }

    @Override
    public Void middleware(Step.Middleware step) {
        String outcome = farEnd.command(names.fill("", step.command()));
        if (!outcome.equals(step.outcome())) {
            throw new AssertionError("the command should be " + step.outcome() + " but is " + outcome);
        }
        return null;
    }

    @Override
    public Void expect(Step.Expect step) {
        Party party = party(step.client());
        int place = 0;
        for (JsonNode want : step.frames()) {
            place++;
            String where = step.client() + "'s frame " + place + " of " + step.frames().size();
            JsonNode got = party.next().orElseThrow(() -> new AssertionError(where + " did not come: " + want));
            pattern.difference(step.client(), want, got).or(() -> party.rules.broken(got)).ifPresent(difference -> {
                throw new AssertionError(where + ": " + difference + "\n  wanted " + want + "\n  got    " + got);
            });
        }
        return null;
    }

    @Override
    public Void silence(Step.Silence step) {
        silence(party(step.client()), "silence");
        return null;
    }

    private void silence(Party party, String where) {
        String marker = marker(++markers);
        party.line.mark(marker);
        JsonNode got = party.next().orElseThrow(() -> new AssertionError(where + ": no answer to the marker"));
        if (!got.path("requestId").asText().equals(marker)) {
            throw new AssertionError(where + ": " + party.client + " should get nothing but got " + got);
        }
    }

    static String marker(int number) {
        return "marker-" + number;
    }

    @Override
    public Void closed(Step.Closed step) {
        Party party = party(step.client());
        party.present = false;
        Optional<Integer> code = party.line.closed();
        if (code.filter(c -> c == step.code() || c == FarEnd.NO_CODE).isEmpty()) {
            throw new AssertionError("the connection should be closed with " + step.code() + " but: " + code);
        }
        party.next().ifPresent(frame -> {
            throw new AssertionError("nothing should come before the close, but came " + frame);
        });
        return null;
    }

    @Override
    public Void leave(Step.Leave step) {
        Party party = party(step.client());
        party.present = false;
        party.line.leave();
        return null;
    }

    private Party party(String client) {
        return parties.computeIfAbsent(client, name -> new Party(name, farEnd.open(name)));
    }

    private String heard() {
        StringBuilder text = new StringBuilder();
        parties.values().forEach(party -> text.append("  ").append(party.client).append(" heard: ")
            .append(party.heard.stream().map(frame -> "\n    " + frame).toList()).append('\n'));
        return text.toString();
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }
}
