package io.patchbay.wire;

import io.netty.buffer.ByteBufUtil;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** A connection of the HTTP port that stays open: its credentials and its queue of texts. */
abstract class HttpBaseConnection extends BaseConnection {

    final Context context = Vertx.currentContext();
    final HttpConnection socket;
    private final Optional<BasicCredentials> credentials;
    private final Optional<BearerToken> bearer;

    /** On the event loop of the request. */
    HttpBaseConnection(String id, HttpServerRequest request, HttpRequest head, WireLimits limits, ConnectionEventQueue.Step step) {
        super(id, head.remote(), limits, step);
        this.socket = request.connection();
        this.credentials = head.credentials();
        this.bearer = head.bearer();
    }

    /** Completes when the text is sent. Throws {@link IllegalStateException} if the connection was closed meanwhile. */
    abstract Future<Void> write(String text);

    @Override
    public final void send(String text) {
        if (!isOpen()) {
            return;
        }
        int size = ByteBufUtil.utf8Bytes(text);
        if (!mayQueue(size)) {
            return;
        }
        try {
            write(text).onComplete(written -> sent(size));
        } catch (IllegalStateException closedMeanwhile) {
            sent(size);
        }
    }

    @Override
    public final Optional<BasicCredentials> credentials() {
        return credentials;
    }

    @Override
    public final Optional<BearerToken> bearer() {
        return bearer;
    }
}
