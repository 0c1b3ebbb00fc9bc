package io.patchbay.wire;

import java.util.Collection;
import java.util.List;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.http.JSONHttpTransport;
import org.cometd.server.http.TransportContext;

/** Long polling of the library with messages that are already read, for the sessions of the user only. */
final class CometdTransport extends JSONHttpTransport {

    CometdTransport(CometdServer server) {
        super(server);
    }

    @Override
    protected void handle(TransportContext context) {
        try {
            processMessages(context, CometdPost.of(context).messages());
        } catch (RuntimeException failed) {
            context.promise().fail(failed);
        }
    }

    /** The session of another user is refused like a session that does not exist. */
    @Override
    protected ServerSessionImpl findSession(Collection<ServerSessionImpl> sessions, ServerMessage.Mutable message) {
        ServerSessionImpl session = super.findSession(sessions, message);
        String user = message.getBayeuxContext().getUserPrincipal().getName();
        boolean mine = CometdMessages.isHandshake(message)
            || CometdConnection.of(session).filter(connection -> connection.belongsTo(user)).isPresent();
        return mine ? session : null;
    }

    /** Without acknowledgements, messages count as unsent until the response is written. */
    @Override
    protected void write(TransportContext context, List<ServerMessage> messages) {
        CometdPost post = CometdPost.of(context);
        if (context.replies().stream().anyMatch(reply -> CometdPost.UNKNOWN_CLIENT.equals(reply.get(Message.ERROR_FIELD)))) {
            post.unknownClient();
        }
        context.replies().stream().filter(reply -> CometdMessages.isHandshake(reply) && reply.isSuccessful())
            .forEach(reply -> CometdConnection.of(getBayeuxServer().getSession(reply.getClientId()))
                .ifPresent(connection -> post.answerAfter(connection.opened())));
        ServerSessionImpl session = context.session();
        if (session != null && !session.isMetaConnectDeliveryOnly()) {
            CometdConnection.of(session).ifPresent(connection -> post.whenOver(() -> connection.taken(messages)));
        }
        super.write(context, messages);
    }
}
