package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Where a transcript is played: a running gateway, or the transcript's own expectations. */
interface FarEnd {

    /** How a line without close codes was closed. */
    int NO_CODE = 0;

    /** A new Harmony, Acqueon or Finesse connection for this client, or the notifications of a Genesys client. */
    Line open(String client);

    /** A request over HTTP; a null body means GET. @param user empty for a request without credentials */
    Answer http(String user, String path, JsonNode body);

    /** A request over HTTP of a Genesys, Acqueon or Finesse client. The status and the reply in it are what is wanted. */
    Answer request(Step.Ask ask);

    /** From now on the line of this client brings what it subscribed to. */
    void listen(Step.Subscribe subscribe);

    /** The next record of that key, with its {@code type} and its value as {@code data}; empty when none comes in time. */
    Optional<JsonNode> record(String topic, String key);

    /** A canonical command through Kafka: accepted, needInfo, or the code of the refusal. */
    String command(JsonNode command);

    /** An HTTP answer; body is a missing node when there was none. @param sets the names of the cookies that it sets */
    record Answer(int status, JsonNode body, List<String> sets) { }

    /** One connection. */
    interface Line {

        void send(String text);

        /** Asks for a frame whose {@code requestId} is this marker, behind everything that is under way. */
        default void mark(String marker) {
            send("{\"command\":\"" + Player.MARKER + "\",\"target\":\"\",\"data\":{},\"requestId\":\"" + marker + "\"}");
        }

        /** The next text frame, empty when none comes within the patience of the far end. */
        Optional<String> next();

        /** ... as JSON. */
        default Optional<JsonNode> nextFrame() {
            return next().map(Player::parse);
        }

        /** The code the far end closed with, empty when it does not close within its patience. */
        Optional<Integer> closed();

        /** Goes away without a word. */
        void leave();
    }
}
