package io.patchbay.wire;

import java.util.ArrayDeque;
import java.util.Queue;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.ext.AcknowledgedMessagesExtension;
import org.cometd.server.ext.AcknowledgedMessagesSessionExtension;

/** Keeps the messages of a client that acknowledges until it does. Until then they count as unsent. */
final class CometdAcknowledgements extends AcknowledgedMessagesExtension {

    @Override
    protected AcknowledgedMessagesSessionExtension newSessionExtension(ServerSession session) {
        return new Counted((ServerSessionImpl) session);
    }

    private static final class Counted extends AcknowledgedMessagesSessionExtension {
        private final ServerSessionImpl session;

        Counted(ServerSessionImpl session) {
            super(session);
            this.session = session;
        }

        @Override
        protected void processBatch(long batch) {
            Queue<ServerMessage> acknowledged = new ArrayDeque<>();
            session.getLock().lock();
            try {
                getBatchArrayQueue().exportMessagesToBatch(acknowledged, batch);
                super.processBatch(batch);
            } finally {
                session.getLock().unlock();
            }
            CometdConnection.of(session).ifPresent(connection -> connection.taken(acknowledged));
        }
    }
}
