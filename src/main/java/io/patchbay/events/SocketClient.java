package io.patchbay.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.door.Rejections;
import io.patchbay.events.SubscriptionRefusal.Code;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Rejected;
import io.patchbay.wire.ClientConnection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket client. Its first frame subscribes it, or a time without a frame. */
final class SocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(SocketClient.class);
    private final ClientConnection connection;
    private final AgentEntry who;
    private final Access access;
    private final EventLog log;
    private final Rejections rejections;
    private Subscriber subscriber;

    SocketClient(ClientConnection connection, AgentEntry who, Access access, EventLog log, Rejections rejections) {
        this.rejections = rejections;
        this.connection = connection;
        this.who = who;
        this.access = access;
        this.log = log;
    }

    /** Called when no frame arrived in time. */
    synchronized void silent() {
        if (subscriber == null && connection.isOpen()) {
            subscribe(EventFilter.ALL);
        }
    }

    synchronized void frame(String text, StrictJson json) {
        if (subscriber != null) {
            unreadable("A subscription exists already. Only the first frame can subscribe, within 5 s.", text.length());
            return;
        }
        try {
            JsonNode frame = json.read(text);
            subscribe(EventFilter.of(frame));
        } catch (Unreadable | SubscriptionRefusal e) {
            unreadable(e.getMessage(), text.length());
        }
    }

    /**
     * @param why a sentence for the client and for the topic of rejected messages
     * @param length of the read text
     */
    void unreadable(String why, int length) {
        rejections.add(Rejected.of("events", why, length).by(Optional.of(who.id())).from(Optional.of(connection.id())));
        refuse(new SubscriptionRefusal(Code.INVALID_MESSAGE, why));
    }

    private void refuse(SubscriptionRefusal refusal) {
        answered(refusal.word());
        connection.send(refusal.json());
        connection.close(refusal.closeCode(), refusal.getMessage());
    }

    synchronized void left() {
        if (subscriber != null) {
            log.leave(subscriber);
        }
    }

    private void answered(String outcome) {
        LOG.atDebug().addKeyValue("door", "in-events").addKeyValue("address", connection.remote()).addKeyValue("operation", "subscribe")
                .addKeyValue("outcome", outcome).addKeyValue("agent", who.id()).log("request");
    }

    private void subscribe(EventFilter filter) {
        try {
            subscriber = new Subscriber(connection, FrameFormat.WEB_SOCKET, access.subscription(filter, who));
            log.subscribe(subscriber);
            answered("success");
        } catch (SubscriptionRefusal e) {
            refuse(e);
        }
    }
}
