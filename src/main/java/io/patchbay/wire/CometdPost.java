package io.patchbay.wire;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.CometDRequest;
import org.cometd.server.CometDResponse;
import org.cometd.server.HttpException;
import org.cometd.server.http.TransportContext;

/** One POST with its response. The library may answer on any thread. The response leaves in one piece on the event loop. */
final class CometdPost implements CometDRequest, CometDResponse, CometDResponse.Output, Promise<Void> {
    static final String UNKNOWN_CLIENT = "402::Unknown client";
    static final int REPLACED = 409;

    private final RoutingContext ctx;
    private final Context loop;
    private final CometdContext head;
    private final List<ServerMessage.Mutable> messages;
    private final UnknownClientPace pace;
    private final Map<String, Object> attributes = new HashMap<>();
    private final Buffer body = Buffer.buffer();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean unknownClient;
    private CompletionStage<Void> before = CompletableFuture.completedFuture(null);

    /** On the event loop of the request. */
    CometdPost(RoutingContext ctx, CometdContext head, List<ServerMessage.Mutable> messages, UnknownClientPace pace) {
        this.ctx = ctx;
        this.loop = ctx.vertx().getOrCreateContext();
        this.head = head;
        this.messages = messages;
        this.pace = pace;
    }

    static CometdPost of(TransportContext context) {
        return (CometdPost) context.request();
    }

    List<ServerMessage.Mutable> messages() {
        return messages;
    }

    void unknownClient() {
        unknownClient = true;
    }

    /** The reply to a handshake waits until the door knows the client. */
    void answerAfter(CompletionStage<Void> step) {
        before = step;
    }

    /** Runs after the response is written, or when it is clear that it will not be. */
    void whenOver(Runnable action) {
        over.thenRun(action);
    }

    @Override
    public void write(boolean last, byte[] bytes, Promise<Void> written) {
        body.appendBytes(bytes);
        if (last) {
            before.whenComplete((done, error) -> loop.runOnContext(now -> {
                if (unknownClient) {
                    pace.after(head.request().remote(), () -> end(written));
                } else {
                    end(written);
                }
            }));
        } else {
            written.succeed(null);
        }
    }

    private void end(Promise<Void> written) {
        if (ctx.response().closed() || ctx.response().ended()) {
            written.fail(new ClosedChannelException());
        } else {
            ctx.response().end(body).onSuccess(written::succeed).onFailure(written::fail);
        }
    }

    /** The library has written the response. */
    @Override
    public void succeed(Void result) {
        over.complete(null);
    }

    /** The library could not write the response, or a later poll of the session replaces this one. */
    @Override
    public void fail(Throwable failure) {
        over.complete(null);
        loop.runOnContext(now -> {
            if (!ctx.response().closed() && !ctx.response().ended()) {
                ctx.fail(failure instanceof HttpException known ? known.getCode() : 500, failure);
            }
        });
    }

    @Override
    public void addFailureHandler(Consumer<Throwable> handler) {
        head.request().left().thenRun(() -> handler.accept(new ClosedChannelException()));
    }

    @Override
    public Output getOutput() {
        return this;
    }

    @Override
    public void addHeader(String name, String value) {
        ctx.response().headers().add(name, value);
    }

    @Override
    public void setContentType(String contentType) {
        ctx.response().putHeader("Content-Type", contentType);
    }

    @Override
    public String getMethod() {
        return head.request().method();
    }

    @Override
    public String getProtocol() {
        return head.getProtocol();
    }

    @Override
    public List<String> getParameterValues(String name) {
        return head.getParameterValues(name);
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public String getCookie(String name) {
        return head.getCookie(name);
    }

    /** {@link CometdTransport} takes the messages instead. */
    @Override
    public Input getInput() {
        throw new UnsupportedOperationException("The body is already read");
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }
}
