package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One step of a transcript after all short forms are written out; strings may still hold placeholders. */
public sealed interface Step {

    /** Sends one JSON message. */
    record Send(String client, JsonNode message) implements Step { }

    /** Sends a text frame as it stands. */
    record SendRaw(String client, String text) implements Step { }

    /** A request over HTTP; an empty user has no credentials, a null body means GET, a null reply that it is not compared. */
    record Http(String user, String path, JsonNode body, int status, JsonNode reply) implements Step { }

    /**
     * A request over HTTP of a Genesys, Acqueon or Finesse client.
     *
     * @param with  what tells who asks
     * @param body  null means GET; of a Finesse client the method, the requestId and the XML as JSON or text
     * @param sets  the cookies that the answer sets, by name; null means that they are not compared
     * @param reply null means that it is not compared
     */
    record Ask(String client, Credentials with, String path, JsonNode body, int status, List<String> sets, JsonNode reply)
        implements Step { }

    /** A Genesys client begins a CometD session and subscribes to these topics. Its polls are authenticated by {@code with}. */
    record Subscribe(String client, Credentials with, List<String> topics) implements Step { }

    /** The next records of a key on a topic, by {@code type} and {@code data}; data may have more members. */
    record Records(String topic, String key, List<JsonNode> records) implements Step { }

    /** Gives a canonical command through Kafka; {@code outcome} is accepted, needInfo, or the code of a refusal. */
    record Middleware(JsonNode command, String outcome) implements Step { }

    /** The next frames of a client, exactly these in exactly this order. */
    record Expect(String client, List<JsonNode> frames) implements Step { }

    /** Nothing comes before the answer to a marker request. */
    record Silence(String client) implements Step { }

    /** The gateway closes this connection. */
    record Closed(String client, int code) implements Step { }

    /** The client goes away without a word. */
    record Leave(String client) implements Step { }

    /** Exhaustive dispatch. */
    default <T> T match(Cases<T> cases) {
        if (this instanceof Send s) {
            return cases.send(s);
        } else if (this instanceof SendRaw s) {
            return cases.sendRaw(s);
        } else if (this instanceof Http s) {
            return cases.http(s);
        } else if (this instanceof Ask s) {
            return cases.ask(s);
        } else if (this instanceof Subscribe s) {
            return cases.subscribe(s);
        } else if (this instanceof Records s) {
            return cases.records(s);
        } else if (this instanceof Middleware s) {
            return cases.middleware(s);
        } else if (this instanceof Expect s) {
            return cases.expect(s);
        } else if (this instanceof Silence s) {
            return cases.silence(s);
        } else if (this instanceof Closed s) {
            return cases.closed(s);
        }
        return cases.leave((Leave) this);
    }

    /** How such a request says who asks: by cookies if there are some, else by name and password; by one of them; not at all. */
    enum Credentials { ANY, COOKIE, BASIC, NOTHING }

    /** One method a kind of step. */
    interface Cases<T> {
        T send(Send step);

        T sendRaw(SendRaw step);

        T http(Http step);

        T ask(Ask step);

        T subscribe(Subscribe step);

        T records(Records step);

        T middleware(Middleware step);

        T expect(Expect step);

        T silence(Silence step);

        T closed(Closed step);

        T leave(Leave step);
    }
}
