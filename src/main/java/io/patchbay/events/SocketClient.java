package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.events.Refusal.Code;
import io.patchbay.model.AgentEntry;
import io.patchbay.wire.Connection;

/** One WebSocket: subscribed by its first frame, or by saying nothing for a while. */
final class SocketClient {
    private final Connection connection;
    private final AgentEntry who;
    private final Access access;
    private final EventLog log;
    private Subscriber subscriber;

    SocketClient(Connection connection, AgentEntry who, Access access, EventLog log) {
        this.connection = connection;
        this.who = who;
        this.access = access;
        this.log = log;
    }

    /** It said nothing in time. */
    synchronized void silent() {
        if (subscriber == null && connection.isOpen()) {
            subscribe(Wish.ALL);
        }
    }

    synchronized void frame(String text, StrictJson json) {
        if (subscriber != null) {
            refuse(new Refusal(Code.INVALID_MESSAGE, "There is a subscription already: the first frame counts, or 5 s without one."));
            return;
        }
        try {
            JsonNode frame = json.read(text);
            subscribe(Wish.of(frame));
        } catch (Unreadable e) {
            refuse(new Refusal(Code.INVALID_MESSAGE, e.getMessage()));
        } catch (Refusal e) {
            refuse(e);
        }
    }

    void refuse(Refusal refusal) {
        connection.send(refusal.json());
        connection.close(refusal.closeCode(), refusal.getMessage());
    }

    synchronized void left() {
        if (subscriber != null) {
            log.leave(subscriber);
        }
    }

    private void subscribe(Wish wish) {
        try {
            subscriber = new Subscriber(connection, Form.WEB_SOCKET, access.subscription(wish, who));
            log.subscribe(subscriber);
        } catch (Refusal e) {
            refuse(e);
        }
    }
}
