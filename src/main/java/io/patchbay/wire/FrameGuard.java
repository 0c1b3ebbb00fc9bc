package io.patchbay.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;

/**
 * Handles broken frames before Vert.x does. Vert.x would close the socket at once, but the client must get the reason first. The
 * decoder drops all later bytes.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {

    /** {@code code} is the WebSocket close code of the decoder, 1009 for a frame that is too long. */
    interface Broken {
        void framing(int code);
    }

    private final Broken broken;

    FrameGuard(Broken broken) {
        this.broken = broken;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            broken.framing(corrupted.closeStatus().code());
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }
}
