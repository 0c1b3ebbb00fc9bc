package io.patchbay.wire;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Makes what a door does with each request on its path: a client of {@code clients}, until it is over, whose signals take the step. */
@FunctionalInterface
interface HandlerFactory {

    Handler<RoutingContext> with(ConnectionEventQueue.Step step, ConnectionRegistry clients);
}
