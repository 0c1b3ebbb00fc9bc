package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running gateway as the agents of one cell see it: under the names that transcripts use. */
final class CellFarEnd implements FarEnd {

    private final RunningFarEnd gateway;
    private final CellNames names;
    private final List<Line> lines = new ArrayList<>();

    CellFarEnd(RunningFarEnd gateway, CellNames names) {
        this.gateway = gateway;
        this.names = names;
    }

    @Override
    public Line open(String client) {
        Line line = new Renamed(gateway.open(names.outgoing(client)), names);
        lines.add(line);
        return line;
    }

    private record Renamed(Line line, CellNames names) implements Line {

        @Override
        public void send(String text) {
            line.send(names.outgoing(text));
        }

        @Override
        public void mark(String marker) {
            line.mark(marker);
        }

        @Override
        public Optional<String> next() {
            return line.next().map(names::incoming);
        }

        @Override
        public Optional<Integer> closed() {
            return line.closed();
        }

        @Override
        public void leave() {
            if (line instanceof GenesysLine genesys) {
                genesys.disconnect();
            } else {
                line.leave();
            }
        }
    }

    @Override
    public Answer http(String user, String path, JsonNode body) {
        return renamed(gateway.http(names.outgoing(user), names.outgoing(path), renamed(body)));
    }

    @Override
    public Answer request(Step.Ask ask) {
        return renamed(gateway.request(new Step.Ask(names.outgoing(ask.client()), ask.with(), names.outgoing(ask.path()),
            renamed(ask.body()), ask.status(), ask.sets(), ask.reply())));
    }

    private JsonNode renamed(JsonNode body) {
        return body == null ? null : Player.parse(names.outgoing(body.toString()));
    }

    private Answer renamed(Answer answer) {
        return answer.body().isMissingNode() ? answer
            : new Answer(answer.status(), Player.parse(names.incoming(answer.body().toString())), answer.sets());
    }

    @Override
    public void listen(Step.Subscribe subscribe) {
        gateway.listen(new Step.Subscribe(names.outgoing(subscribe.client()), subscribe.with(), subscribe.topics()));
    }

    @Override
    public Optional<JsonNode> record(String topic, String key) {
        throw new UnsupportedOperationException("The events of all cells are read together");
    }

    @Override
    public String command(JsonNode command) {
        throw new UnsupportedOperationException("Each agent acts through its own dialect");
    }

    /** Every client goes away. */
    void leave() {
        lines.forEach(Line::leave);
    }
}
