package io.patchbay.wire;

import java.util.Map;
import java.util.Set;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.http.AbstractHttpTransport;

/** The library, set up for one door. It has one thread, for timeouts and for the search for ended sessions. */
final class CometdServer extends BayeuxServerImpl {
    private final WireLimits limits;
    private final ConnectionEventQueue.Step step;
    private final ConnectionRegistry clients;
    private final CometdTransport transport;

    CometdServer(CometdSettings settings, CometdMessages messages, WireLimits limits, ConnectionEventQueue.Step step,
            ConnectionRegistry clients) {
        this.limits = limits;
        this.step = step;
        this.clients = clients;
        this.transport = new CometdTransport(this);
        setOptions(options(settings, messages));
        setTransports(transport);
        setExecutor(Runnable::run);
        Set<String> channels = settings.channels();
        setSecurityPolicy(new CometdPolicy(channels));
        addExtension(new CometdAcknowledgements());
        addListener(new Sessions());
        channels.forEach(channel -> createChannelIfAbsent(channel, fixed -> fixed.setPersistent(true)));
    }

    private static Map<String, Object> options(CometdSettings settings, CometdMessages messages) {
        return Map.of(
            AbstractServerTransport.JSON_CONTEXT_OPTION, messages.json(),
            AbstractServerTransport.TIMEOUT_OPTION, settings.timeout().toMillis(),
            AbstractServerTransport.INTERVAL_OPTION, settings.interval().toMillis(),
            AbstractServerTransport.MAX_INTERVAL_OPTION, settings.maxInterval().toMillis(),
            SWEEP_PERIOD_OPTION, settings.sweepEvery().toMillis(),
            AbstractHttpTransport.MAX_SESSIONS_PER_BROWSER_OPTION, settings.sessionsPerBrowser(),
            // A client that drops the cookie of the library is known by its user alone.
            AbstractHttpTransport.TRUST_CLIENT_SESSION_OPTION, true,
            AbstractHttpTransport.DUPLICATE_META_CONNECT_HTTP_RESPONSE_CODE_OPTION, CometdPost.REPLACED);
    }

    CometdTransport transport() {
        return transport;
    }

    /** Ends the session and answers its held poll. */
    void end(ServerSession session) {
        removeServerSession(session, true);
        ((ServerSessionImpl) session).flush();
    }

    @Override
    protected void unknownSession(ServerMessage.Mutable reply) {
        super.unknownSession(reply);
        error(reply, CometdPost.UNKNOWN_CLIENT);
    }

    /** Each session of the library is a connection of the door. */
    private final class Sessions implements BayeuxServer.SessionListener {
        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            CometdConnection connection = new CometdConnection(CometdServer.this, session, (CometdContext) message.getBayeuxContext(),
                limits, step);
            clients.add(connection);
            connection.open();
        }

        @Override
        public void sessionRemoved(ServerSession session, ServerMessage message, boolean timeout) {
            CometdConnection.of(session).ifPresent(BaseConnection::shut);
        }
    }
}
