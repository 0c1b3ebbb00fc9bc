package io.patchbay.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;

/**
 * Stands between the frame decoder and Vert.x, which would cut the socket at once on a frame too long or malformed: the client must first
 * be told why. The decoder throws away all later bytes by itself.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {

    /** {@code code} is the WebSocket close code the decoder proposes, 1009 for a frame too long. */
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
