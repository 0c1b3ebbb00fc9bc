package io.patchbay.wire;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.ServerMessageImpl;

/** Gives each POST of a door to the library, after its user is known and its messages are read. Runs on the event loop of the port. */
record CometdRequests(CometdServer server, CometdSettings settings, CometdMessages messages, HttpRequestReader reader,
        RequestAuthenticator authenticator, ConnectionRegistry clients, UnknownClientPace pace) implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext ctx) {
        CompletableFuture<Void> left = new CompletableFuture<>();
        ctx.response().closeHandler(closed -> left.complete(null));
        ctx.response().exceptionHandler(lost -> left.complete(null));
        HttpRequest request = reader.read(ctx, left);
        if (request.why().isPresent()) {
            refuse(ctx, 400, request.why().get());
            return;
        }
        Context loop = ctx.vertx().getOrCreateContext();
        HttpRequest head = request.withoutBody();
        authenticator.authenticate(head).whenComplete((decision, error) -> loop.runOnContext(now -> {
            if (ctx.response().closed()) {
                return;
            }
            if (error != null) {
                ctx.fail(500, error);
            } else {
                decision.match(user -> serve(ctx, new CometdContext(head, user.name()), request.body()),
                    refusal -> answer(ctx, refusal.response()));
            }
        }));
    }

    private Void serve(RoutingContext ctx, CometdContext head, String body) {
        try {
            List<ServerMessage.Mutable> read = messages.read(body);
            if (!server.isRunning()) {
                ctx.fail(503);
            } else if (CometdMessages.isHandshake(read.get(0)) && clients.size() >= settings.sessions()) {
                refuse(ctx, 503, ConnectionLimiter.FULL);
            } else {
                read.forEach(message -> ((ServerMessageImpl) message).setBayeuxContext(head));
                CometdPost post = new CometdPost(ctx, head, read, pace);
                server.transport().handle(head, post, post, post);
            }
        } catch (UnreadableRequest e) {
            refuse(ctx, 400, e.getMessage());
        }
        return null;
    }

    private static Void answer(RoutingContext ctx, HttpResponse response) {
        HttpExchanges.write(ctx, response);
        return null;
    }

    /** The dialect renders the sentence. */
    private static void refuse(RoutingContext ctx, int status, String sentence) {
        ctx.put(PortErrors.SENTENCE, sentence).fail(status);
    }
}
