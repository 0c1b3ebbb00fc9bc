package io.patchbay.wire;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.JacksonJSONContextServer;

/**
 * Reads the messages of a POST. The library answers 500 to an empty list and to members of a wrong type, and it takes any times from the
 * client, so this class checks them before.
 */
final class CometdMessages {
    private static final String WHAT = "The body is not a JSON array of Bayeux messages.";
    private static final int DEPTH = 64;
    private static final String ACK = "ack";

    private final JacksonJSONContextServer json = new JacksonJSONContextServer();
    private final CometdSettings settings;

    CometdMessages(CometdSettings settings) {
        this.settings = settings;
        json.getObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.getObjectMapper().getFactory()
            .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
    }

    /** What the library reads and writes with. */
    JacksonJSONContextServer json() {
        return json;
    }

    /** At least one message. */
    List<ServerMessage.Mutable> read(String body) throws UnreadableRequest {
        List<ServerMessage.Mutable> messages = parse(body);
        if (messages == null || messages.isEmpty()) {
            throw new UnreadableRequest(WHAT);
        }
        for (ServerMessage.Mutable message : messages) {
            check(message);
            limit(message.getAdvice());
        }
        if (messages.size() > 1 && messages.stream().anyMatch(CometdMessages::isHandshake)) {
            throw new UnreadableRequest("A handshake must be the only message of its request.");
        }
        return messages;
    }

    static boolean isHandshake(Message message) {
        return Channel.META_HANDSHAKE.equals(message.getChannel());
    }

    private List<ServerMessage.Mutable> parse(String body) throws UnreadableRequest {
        try {
            return json.parse(body);
        } catch (ParseException e) {
            throw new UnreadableRequest(WHAT);
        }
    }

    private static void check(ServerMessage.Mutable message) throws UnreadableRequest {
        boolean valid = message != null && message.get(Message.CHANNEL_FIELD) instanceof String
            && is(message.get(Message.CLIENT_ID_FIELD), String.class)
            && (is(message.get(Message.ID_FIELD), String.class) || is(message.get(Message.ID_FIELD), Number.class))
            && isSubscription(message.get(Message.SUBSCRIPTION_FIELD))
            && isExt(message, message.get(Message.EXT_FIELD)) && isAdvice(message.get(Message.ADVICE_FIELD));
        if (!valid) {
            throw new UnreadableRequest(WHAT);
        }
    }

    private static boolean is(Object value, Class<?> type) {
        return value == null || type.isInstance(value);
    }

    private static boolean isSubscription(Object value) {
        return is(value, String.class)
            || value instanceof Collection<?> all && !all.isEmpty() && all.stream().allMatch(String.class::isInstance);
    }

    /** Only a handshake has a boolean ack. */
    private static boolean isExt(Message message, Object ext) {
        return ext == null || ext instanceof Map<?, ?> all && (isHandshake(message) || is(all.get(ACK), Number.class));
    }

    private static boolean isAdvice(Object advice) {
        return advice == null || advice instanceof Map<?, ?> times
            && is(times.get(Message.TIMEOUT_FIELD), Number.class) && is(times.get(Message.INTERVAL_FIELD), Number.class);
    }

    /** Longer times would keep the session of a lost client. */
    private void limit(Map<String, Object> advice) {
        if (advice != null) {
            advice.computeIfPresent(Message.TIMEOUT_FIELD, (name, wanted) -> least(wanted, settings.timeout().toMillis()));
            advice.computeIfPresent(Message.INTERVAL_FIELD, (name, wanted) -> least(wanted, settings.interval().toMillis()));
        }
    }

    private static Object least(Object wanted, long limit) {
        return Math.min(((Number) wanted).longValue(), limit);
    }
}
